package id.saring.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which acts to list; null means any.
 *
 * @param actor   the account's name
 * @param what    the kind of act in full, such as {@code claim.publish}
 * @param subject such as {@code claim:12}
 * @param from    not before this
 * @param until   before this
 */
public record ActFilter(
        @Nullable String actor,
        @Nullable String what,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final ActFilter ALL = new ActFilter(null, null, null, null, null);

    public static ActFilter on(String subject) {
        return new ActFilter(null, null, subject, null, null);
    }

    String condition() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (actor != null) {
            conditions.add("actor = ?");
        }
        if (what != null) {
            conditions.add("what = ?");
        }
        if (subject != null) {
            conditions.add("subject = ?");
        }
        if (from != null) {
            conditions.add("at >= ?");
        }
        if (until != null) {
            conditions.add("at < ?");
        }
        return String.join(" AND ", conditions);
    }

    /** In the order of {@link #condition()}. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (String text : new @Nullable String[] {actor, what, subject}) {
            if (text != null) {
                values.add(text);
            }
        }
        for (Instant time : new @Nullable Instant[] {from, until}) {
            if (time != null) {
                values.add(time.toEpochMilli());
            }
        }
        return values;
    }
}
