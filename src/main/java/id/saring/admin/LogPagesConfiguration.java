package id.saring.admin;

import org.springframework.context.annotation.Configuration;

/** Wires the pages on the log of lookups and of acts. */
@Configuration(proxyBeanMethods = false)
class LogPagesConfiguration {}
