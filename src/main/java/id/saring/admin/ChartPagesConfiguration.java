package id.saring.admin;

import org.springframework.context.annotation.Configuration;

/** Wires the pages with charts and health. */
@Configuration(proxyBeanMethods = false)
class ChartPagesConfiguration {}
