package id.saring.account;

import id.saring.core.Stamps;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks browsers in which someone has signed in. Their failures are counted apart, so that strangers who guess at an
 * account cannot keep its owner waiting. A mark is good for one account and lets nobody in.
 */
final class KnownBrowsers {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9a-f]{64})");

    private final Stamps stamps;

    KnownBrowsers(Stamps stamps) {
        this.stamps = stamps;
    }

    String mark(String name) {
        String nonce = Key.random().value();
        return nonce + "." + stamps.of(nonce, name);
    }

    /** What tells this browser apart; empty if nobody of this name has signed in there. */
    Optional<String> known(@Nullable String mark, String name) {
        Matcher parts = FORM.matcher(mark == null ? "" : mark);
        return parts.matches() && stamps.of(parts.group(1), name).equals(parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }
}
