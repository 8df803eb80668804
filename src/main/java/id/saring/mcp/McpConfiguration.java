package id.saring.mcp;

import id.saring.claim.Claims;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Serves the protocol at {@code /mcp} over streamable HTTP, without sessions, so that any replica answers any request. */
@Configuration(proxyBeanMethods = false)
public class McpConfiguration {
    static final String PATH = "/mcp";

    @Bean
    ServletRegistrationBean<HttpServlet> mcpServlet(ClaimMatcher matcher, Claims claims, Imprint imprint, JsonMapper json) {
        ClaimTools tools = new ClaimTools(matcher, claims, imprint, json);
        ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(new McpDoor(tools, json), PATH);
        registration.setName("mcp");
        registration.setAsyncSupported(true);
        return registration;
    }
}
