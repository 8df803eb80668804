package id.saring;

import id.saring.core.Stamps;
import id.saring.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Proofs that a form is ours, against forged requests: a stamp over a cookie of the browser and the account. A form
 * written long on a page outlives its session: signed in again as the same person, it can still be sent.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final String NEW = FormTokens.class.getName() + ".new";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Stamps stamps;

    FormTokens(Stamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String value = HexFormat.of().formatHex(bytes);
        request.setAttribute(NEW, value);
        return token(value);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(NEW) instanceof String value) {
            SessionCookie.FORM.write(request, response, value, KEPT);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> value = SessionCookie.FORM.read(request).filter(FORM.asMatchPredicate());
        return value.isPresent() ? token(value.get()) : null;
    }

    private CsrfToken token(String value) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String account = authentication instanceof StaffAuthentication staff ? staff.getPrincipal().subject() : null;
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", stamps.of(value, account));
    }
}
