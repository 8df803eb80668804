package id.saring.audit;

import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lookups to list. */
public record LookupFilter(When when, Who who, What what, Effort effort, @Nullable TraceId trace) {
    public static final LookupFilter ALL =
            new LookupFilter(When.EVER, Who.ANYBODY, What.ANYTHING, Effort.ANY, null);

    /** From a moment on and before another; null for ever. */
    public record When(@Nullable Instant from, @Nullable Instant until) {
        public static final When EVER = new When(null, null);
    }

    /** Who asked, in which language and with what; null means any. */
    public record Who(
            @Nullable Door door,
            @Nullable Pseudonym asker,
            @Nullable Language language,
            @Nullable String forwarding) {
        public static final Who ANYBODY = new Who(null, null, null, null);
    }

    /**
     * What was answered; null means any.
     *
     * @param surest   confidence of at least this
     * @param unsurest confidence of at most this
     */
    public record What(
            @Nullable String outcome, @Nullable ClaimId claim, @Nullable Double surest, @Nullable Double unsurest) {
        public static final What ANYTHING = new What(null, null, null, null);
    }

    /** What it took: at least and at most so long, from the cache or not; null means any. */
    public record Effort(@Nullable Duration atLeast, @Nullable Duration atMost, @Nullable Boolean cacheHit) {
        public static final Effort ANY = new Effort(null, null, null);
    }

    /** A condition and the values of its places. */
    record Condition(String sql, List<Object> values) {}

    /** By what the store finds them, one after the other in time: the narrowest there is an index for. */
    Condition way() {
        if (trace != null) {
            return new Condition("trace_id = ?", List.of(trace.value()));
        }
        if (who.asker != null) {
            return new Condition("asker = ?", List.of(who.asker.value()));
        }
        return what.claim == null
                ? new Condition("1 = 1", List.of())
                : new Condition("claim_id = ?", List.of(what.claim.value()));
    }

    /** Whether they are found by what they have in common, and not one after the other. */
    boolean scattered() {
        return trace != null || who.asker != null || what.claim != null;
    }

    /** What else must be, without the time. */
    Condition rest() {
        List<String> sql = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        add(sql, values, "asker = ?", who.asker == null ? null : who.asker.value());
        add(sql, values, "claim_id = ?", what.claim == null ? null : what.claim.value());
        add(sql, values, "channel = ?", who.door == null ? null : who.door.name());
        add(sql, values, "language = ?", who.language == null ? null : who.language.name());
        add(sql, values, "forwarding = ?", who.forwarding);
        add(sql, values, "outcome = ?", what.outcome);
        add(sql, values, "confidence >= ?", what.surest);
        add(sql, values, "confidence <= ?", what.unsurest);
        add(sql, values, "latency_micros >= ?", effort.atLeast == null ? null : effort.atLeast.toNanos() / 1000);
        add(sql, values, "latency_micros <= ?", effort.atMost == null ? null : effort.atMost.toNanos() / 1000);
        add(sql, values, "cache_hit = ?", effort.cacheHit == null ? null : effort.cacheHit ? 1 : 0);
        return new Condition(String.join(" AND ", sql), values);
    }

    private static void add(List<String> sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.add(condition);
            values.add(value);
        }
    }
}
