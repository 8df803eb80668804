package id.saring;

import id.saring.account.ApiTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a program by its {@code Authorization: Bearer}; one that cannot be known is refused, also where nobody has to
 * be known.
 */
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Refusals refusals;
    private final RefusalRecord record;

    BearerTokens(ApiTokens tokens, Refusals refusals, RefusalRecord record) {
        this.tokens = tokens;
        this.refusals = refusals;
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiTokens.Bearer> bearer = tokens.find(header.substring(SCHEME.length()).strip());
        if (bearer.isEmpty()) {
            record.unknownToken(request);
            refusals.unknown(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                StaffAuthentication.ofToken(bearer.get().account(), bearer.get().scope())));
        chain.doFilter(request, response);
    }
}
