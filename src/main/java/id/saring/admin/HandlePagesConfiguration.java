package id.saring.admin;

import org.springframework.context.annotation.Configuration;

/** Wires the pages by which an admin takes a hand. */
@Configuration(proxyBeanMethods = false)
class HandlePagesConfiguration {}
