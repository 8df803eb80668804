package id.saring.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act of staff as it is recorded.
 *
 * @param what    a word of the form {@code subject.verb}, such as {@code claim.publish} or {@code account.disable}
 * @param subject what it was done to, such as {@code claim:12}
 * @param before  JSON of what was changed, as it was; null if there was nothing
 * @param after   JSON of what was changed, as it is now; null if there is nothing
 * @param link    its place in the chain, from 1; null for the moment until it is chained
 */
public record Act(
        long id,
        Instant at,
        Actor actor,
        String what,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable Long link) {}
