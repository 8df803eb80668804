package id.saring.audit;

import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message and what was answered; the message itself is not kept.
 *
 * @param language   the language of the answer
 * @param answer     the claim told as the answer; null if none was
 * @param candidates the claims offered or considered, best first
 * @param latency    from taking the message up to having decided
 * @param cacheHit   whether the outcome came from the cache of answers
 */
public record Lookup(
        Instant at,
        Asked asked,
        Language language,
        String outcome,
        @Nullable Answer answer,
        List<ClaimId> candidates,
        Duration latency,
        boolean cacheHit) {
    /** What a message was that nothing was looked up for, by the outcome recorded of it. */
    public enum Unsearched {
        COMMAND,
        UNKNOWN_COMMAND,
        TOO_LONG,
        UNSUPPORTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who asked, and with what.
     *
     * @param asker      null where nobody is known, which is so at every door that is not a chat's
     * @param forwarding how far the message had come, by the chat's own word for it
     * @param messageKey the message's key in the inbox, without personal data
     */
    public record Asked(Door door, @Nullable Pseudonym asker, String forwarding, String messageKey) {
        public Asked(Channel channel, Pseudonym asker, String forwarding, String messageKey) {
            this(Door.of(channel), asker, forwarding, messageKey);
        }

        /** Asked by nobody known; the key of a message that never was in the inbox is made of the request's trace. */
        public static Asked directly(Door door, TraceId trace) {
            return new Asked(door, null, "NONE", door.name().toLowerCase(Locale.ROOT) + ":" + trace.value());
        }
    }

    /**
     * The claim answered with.
     *
     * @param version    the version of the claim that was told
     * @param confidence calibrated probability from 0 to 1
     */
    public record Answer(ClaimId claim, long version, double confidence) {}

    public Lookup {
        if (outcome.isBlank()) {
            throw new IllegalArgumentException("A lookup has an outcome");
        }
        candidates = List.copyOf(candidates);
    }
}
