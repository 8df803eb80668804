package id.saring.mcp;

import id.saring.check.Checks;
import id.saring.claim.Claims;
import id.saring.http.AddressLimit;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import jakarta.servlet.http.HttpServlet;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the protocol at {@code /mcp} over streamable HTTP, without sessions, so that any replica answers any request.
 */
@Configuration(proxyBeanMethods = false)
public class McpConfiguration {
    static final String PATH = "/mcp";

    @Bean
    ServletRegistrationBean<HttpServlet> mcpServlet(
            ObjectProvider<Checks> checks,
            ObjectProvider<ClaimMatcher> matcher,
            ObjectProvider<Claims> claims,
            ObjectProvider<Imprint> imprint,
            ObjectProvider<JsonMapper> json,
            ObjectProvider<AddressLimit> limit) {
        // Servlets are made before all else; what this one needs is not to be made before its time.
        Supplier<ClaimTools> tools = () -> new ClaimTools(
                checks.getObject(), matcher.getObject(), claims.getObject(), imprint.getObject(), json.getObject());
        ServletRegistrationBean<HttpServlet> registration =
                new ServletRegistrationBean<>(new McpDoor(tools, json::getObject, limit::getObject), PATH);
        registration.setName("mcp");
        registration.setAsyncSupported(true);
        return registration;
    }
}
