package id.saring.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request may take. A client that is slower is cut off, however often it sends or takes another byte; how
 * long it may be silent is {@code server.tomcat.connection-timeout}.
 *
 * @param request  until headers and body are received
 * @param response until the answer is sent, unless it waits for news
 */
@ConfigurationProperties("saring.http.patience")
record RequestPatience(@DefaultValue("60s") Duration request, @DefaultValue("15m") Duration response) {}
