package id.saring;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Where someone goes who may not see a page of moderation: to the step of signing in that is missing, and then back.
 * What a form brought is not thrown away: its sender is told to sign in beside it and to send it again.
 */
final class StaffDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String SIGN_IN = "/moderation/sign-in";
    private static final String SESSION_OVER = "/moderation/session-over";
    private static final int LONGEST_NEXT = 1000;

    private final RefusalRecord record;

    StaffDoor(RefusalRecord record) {
        this.record = record;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        turn(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (missingStep() != null) {
            turn(request, response);
        } else if (reason instanceof CsrfException) {
            record.forbidden(request, "form");
            turn(request, response);
        } else {
            record.forbidden(request, "role");
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static void turn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String step = missingStep();
        String where = step == null ? SIGN_IN : step;
        boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reading) {
            try {
                request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.FORBIDDEN.value());
                response.setStatus(HttpStatus.FORBIDDEN.value());
                request.getRequestDispatcher(SESSION_OVER).forward(request, response);
            } catch (ServletException e) {
                throw new IOException(e);
            }
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", where);
        } else {
            response.sendRedirect(step == null ? where + next(request) : where);
        }
    }

    private static String next(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String here = request.getRequestURI() + query;
        // An address too long to come back by: encoded it would not fit into the answer.
        return here.equals("/moderation") || here.length() > LONGEST_NEXT
                ? ""
                : "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Null if the person has not begun to sign in, or is done. */
    private static @Nullable String missingStep() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof StaffAuthentication)) {
            return null;
        }
        for (var authority : authentication.getAuthorities()) {
            if (StaffAuthentication.SECOND_FACTOR.equals(authority.getAuthority())) {
                return "/moderation/second-factor";
            }
            if (StaffAuthentication.NEW_PASSWORD.equals(authority.getAuthority())) {
                return "/moderation/new-password";
            }
        }
        return null;
    }
}
