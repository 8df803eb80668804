package id.saring.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Puts the versions into the addresses of web jars that pages link to, and leaves all other links alone. Spring's own
 * filter takes each for the address of a file and looks for that in every jar: half of what rendering a list took.
 */
final class WebJarAddresses extends ResourceUrlEncodingFilter {
    private static final String OURS = "/webjars/";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        super.doFilter(request, response, (asked, encoding) ->
                chain.doFilter(asked, new Links((HttpServletResponse) encoding, (HttpServletResponse) response)));
    }

    private static final class Links extends HttpServletResponseWrapper {
        private final HttpServletResponse plain;

        Links(HttpServletResponse encoding, HttpServletResponse plain) {
            super(encoding);
            this.plain = plain;
        }

        @Override
        public String encodeURL(String address) {
            return address.contains(OURS) ? super.encodeURL(address) : plain.encodeURL(address);
        }
    }
}
