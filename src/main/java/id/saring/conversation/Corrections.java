package id.saring.conversation;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.core.Verdict;
import id.saring.submission.Case;
import id.saring.submission.Cases;
import id.saring.submission.Notices;
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
    private final Notices notices;
    private final Cases cases;
    private final Clock clock;

    Corrections(Tellings tellings, Owed owed, Notices notices, Cases cases, Clock clock) {
        this.tellings = tellings;
        this.owed = owed;
        this.notices = notices;
        this.cases = cases;
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

    /**
     * How far the telling of a claim has come.
     *
     * @param version the latest anybody was told of; 0 if nobody was told of any
     * @param told    chats told of it
     * @param waiting chats that are told next
     * @param held    chats that cannot be written to, and are told when they write again
     */
    public record Progress(long version, long told, long waiting, long held) {
        public long all() {
            return told + waiting + held;
        }
    }

    public Progress progress(Claim claim) {
        Notices.Come come = notices.come(claim.id());
        Verdict verdict = claim.verdict();
        long waiting = owed.ordered(claim.id());
        if (claim.published() && verdict != null) {
            waiting = Math.max(waiting, tellings.countOtherThan(claim.id(), verdict));
            for (Case found : cases.answers().of(claim.id())) {
                waiting += cases.waiting(found.id());
            }
        }
        return new Progress(come.version(), come.told(), waiting, come.held());
    }
}
