package id.saring.http;

import id.saring.core.TraceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks what is logged for a request. A message that it brings has an id of its own. Programs are told the request's,
 * to name it when they ask us about an answer.
 */
public final class RequestTraces extends OncePerRequestFilter {
    static final String HEADER = "X-Trace-Id";

    private static final String ATTRIBUTE = RequestTraces.class.getName();

    private final RequestLanguage language;

    RequestTraces(RequestLanguage language) {
        this.language = language;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceId trace = of(request);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(HEADER, trace.value());
        }
        try (TraceId.Scope marked = trace.open()) {
            // What refuses a request before our pages see it asks for its locale, too.
            chain.doFilter(language.speaking(request), response);
        }
    }

    /** The request's trace id, the same for as long as it is worked on. */
    public static TraceId of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TraceId trace) {
            return trace;
        }
        TraceId trace = TraceId.random();
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
