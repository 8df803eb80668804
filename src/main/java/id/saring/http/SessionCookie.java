package id.saring.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A cookie that only the server reads, sent back to this host only; over TLS no other host can set it either. */
public final class SessionCookie {
    /** The key of a signed-in person's session. */
    public static final SessionCookie SESSION = new SessionCookie("saring_session");

    /** What forms are tied to, so that only pages of ours can send them. */
    public static final SessionCookie FORM = new SessionCookie("saring_form");

    /** That somebody has signed in in this browser before. */
    public static final SessionCookie KNOWN = new SessionCookie("saring_known");

    /** Browsers take a cookie so named only over TLS, from this very host. */
    private static final String TLS_PREFIX = "__Host-";

    private final String name;

    private SessionCookie(String name) {
        this.name = name;
    }

    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, nameFor(request))).map(Cookie::getValue);
    }

    /** @param keep how long the browser keeps it at most */
    public void write(HttpServletRequest request, HttpServletResponse response, String value, Duration keep) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(nameFor(request), value)
                        .path("/")
                        .maxAge(keep)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? TLS_PREFIX + name : name;
    }
}
