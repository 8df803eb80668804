package id.saring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.account.Account;
import id.saring.account.Origins;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Records who was refused what. The same refusal is recorded once a minute, and no more than so many in all: whoever
 * tries without end must not fill the store.
 */
final class RefusalRecord {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecord.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;
    private static final int LONGEST_PATH = 100;

    private final Acts acts;
    private final Origins origins;
    private final Cache<String, Boolean> recorded =
            Caffeine.newBuilder().expireAfterWrite(AGAIN_AFTER).build();

    RefusalRecord(Acts acts, Origins origins) {
        this.acts = acts;
        this.origins = origins;
    }

    /** Somebody who is known may not do that; not of those who are known as nobody. */
    void forbidden(HttpServletRequest request, String why) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication staff) {
            Account account = staff.getPrincipal();
            record(request, new Actor(account.id(), account.name(), origin(request)), "account.forbid",
                    account.subject(), why);
        }
    }

    /** A program came with a token that is none, has run out or was revoked. */
    void unknownToken(HttpServletRequest request) {
        record(request, new Actor(null, "?", origin(request)), "token.refuse", "token", "unknown");
    }

    private void record(HttpServletRequest request, Actor actor, String what, String subject, String why) {
        String path = request.getRequestURI();
        String place = request.getMethod() + " "
                + (path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
        recorded.cleanUp();
        String key = what + " " + actor + " " + place;
        if (recorded.estimatedSize() >= AT_ONCE || recorded.asMap().putIfAbsent(key, Boolean.TRUE) != null) {
            return;
        }
        try {
            acts.record(actor, what, subject, Map.of(), Map.of("request", place, "why", why));
        } catch (DataAccessException e) {
            // It was refused all the same.
            LOG.warn("A refusal could not be recorded: {}", e.getClass().getSimpleName());
        }
    }

    private String origin(HttpServletRequest request) {
        return origins.of(request.getRemoteAddr());
    }
}
