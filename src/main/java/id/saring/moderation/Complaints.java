package id.saring.moderation;

import id.saring.core.Channel;
import id.saring.core.ClaimId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages whose askers said that a claim was not it. The part that keeps messages supplies it as a bean. */
interface Complaints {
    Complaints NONE = (claim, limit) -> List.of();

    /**
     * One of them.
     *
     * @param version the version of the claim they were shown
     * @param text    the message; null once its retention is over
     */
    record Complaint(Instant at, long version, @Nullable Channel channel, @Nullable String text) {}

    /** The latest of a claim, newest first. */
    List<Complaint> on(ClaimId claim, int limit);
}
