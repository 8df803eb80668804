package id.saring;

import id.saring.account.Key;
import id.saring.account.Sessions;
import id.saring.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Knows a signed-in person by the cookie of their session; the container keeps no sessions of its own. */
final class StaffSessions implements SecurityContextRepository {
    private final Sessions sessions;

    StaffSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has no other method that must be written
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return SessionCookie.SESSION.read(holder.getRequest())
                .flatMap(Key::of)
                .flatMap(sessions::find)
                .map(signedIn -> new SecurityContextImpl(StaffAuthentication.of(signedIn)))
                .orElseGet(SecurityContextImpl::new);
    }

    /** Sessions begin and end where people sign in and out, not as a side effect of a request. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.SESSION.read(request).isPresent();
    }
}
