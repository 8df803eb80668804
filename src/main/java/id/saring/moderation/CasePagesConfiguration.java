package id.saring.moderation;

import org.springframework.context.annotation.Configuration;

/** Wires the pages on cases. */
@Configuration(proxyBeanMethods = false)
class CasePagesConfiguration {}
