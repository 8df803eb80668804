package id.saring.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log of lookups, by time and, at the same time, by id; what is before it is older. */
public record LookupPlace(Instant at, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");

    /** After everything. */
    public static final LookupPlace END = new LookupPlace(Instant.ofEpochMilli(999_999_999_999_999L), 0);

    /** Before everything that was recorded at {@code time} or later. */
    static LookupPlace startOf(Instant time) {
        return new LookupPlace(time, 0);
    }

    boolean isBefore(LookupPlace other) {
        int byTime = at.compareTo(other.at);
        return byTime < 0 || (byTime == 0 && id < other.id);
    }

    /** Reads what {@link #toString} wrote. */
    public static Optional<LookupPlace> of(String written) {
        Matcher parts = FORM.matcher(written);
        return parts.matches()
                ? Optional.of(new LookupPlace(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + id;
    }
}
