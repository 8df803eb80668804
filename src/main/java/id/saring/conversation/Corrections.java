package id.saring.conversation;

import id.saring.core.ClaimId;
import id.saring.core.Verdict;
import id.saring.submission.Owed;
import id.saring.submission.Tellings;
import java.time.Clock;

/**
 * Tells people of changes of what they were shown. A verdict that changed is told by itself, whatever saved it; here is
 * asked how many that concerns, and ordered that a mere change of words, or a withdrawal, is told as well.
 */
public final class Corrections {
    private final Tellings tellings;
    private final Owed owed;
    private final Clock clock;

    Corrections(Tellings tellings, Owed owed, Clock clock) {
        this.tellings = tellings;
        this.owed = owed;
        this.clock = clock;
    }

    /** How many chats will be told when the claim, being published, has the verdict {@code next}. */
    public long toldOfVerdict(ClaimId claim, Verdict next) {
        return tellings.countOtherThan(claim, next);
    }

    /** How many chats would be told of a change of the claim's words, or of its withdrawal. */
    public long toldOfWording(ClaimId claim) {
        return tellings.count(claim);
    }

    /**
     * Has everyone who was shown an earlier version of the claim told of this one, though its verdict is the same or it
     * has been withdrawn; within the transaction that saves it.
     */
    public void tellAll(ClaimId claim, long version) {
        owed.order(claim, version, clock.instant());
    }

    /** How many chats have been told of this version of the claim by now. */
    public long told(ClaimId claim, long version) {
        return owed.countNotices(claim, version);
    }
}
