package id.saring.moderation;

import org.springframework.context.annotation.Configuration;

/** Wires the pages on claims. */
@Configuration(proxyBeanMethods = false)
class ClaimPagesConfiguration {}
