package id.saring.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may work here.
 *
 * @param name 2 to 40 of a-z, 0-9, dot, hyphen and underscore; names its owner to colleagues and for ever in records
 * @param mustChange   whether nothing may be done before a password of one's own is chosen
 * @param secondFactor whether signing in takes a code as well
 * @param signedInAt   when last; null if never
 */
public record Account(
        long id,
        String name,
        Role role,
        State state,
        boolean mustChange,
        boolean secondFactor,
        Instant createdAt,
        @Nullable Instant signedInAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    /** Where an account stands; only active ones let anybody in. */
    public enum State {
        INVITED,
        ACTIVE,
        DISABLED
    }

    /** A name as it is stored; empty if it has not the form of one. */
    public static Optional<String> nameOf(@Nullable String written) {
        String name = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    public boolean admin() {
        return role == Role.ADMIN;
    }

    /** What acts on this account are recorded under. */
    public String subject() {
        return "account:" + id;
    }
}
