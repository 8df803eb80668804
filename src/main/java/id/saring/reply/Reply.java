package id.saring.reply;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything Saring can say to a person, free of language and channel; {@link Replies} puts it into words. A reply to a
 * message that was looked up bears its {@code question}, so that its buttons can have it sent for checking; null if
 * there is none.
 */
public sealed interface Reply {
    /**
     * The verdict on the one claim a message repeats.
     *
     * @param others what to offer should the person say that it is another claim, best first
     * @throws IllegalArgumentException if the claim is not published
     */
    record Answer(Claim claim, List<ClaimId> others, @Nullable QuestionKey question) implements Reply {
        public Answer(Claim claim, List<ClaimId> others) {
            this(claim, others, null);
        }

        public Answer {
            requirePublished(List.of(claim));
            others = List.copyOf(others);
        }
    }

    /**
     * The verdict on the claim that a message rightly denies.
     *
     * @param sure whether it certainly does; else it may deny or spread the claim, and the words must fit both
     * @throws IllegalArgumentException if the claim is not published
     */
    record Denial(Claim claim, List<ClaimId> others, boolean sure, @Nullable QuestionKey question) implements Reply {
        public Denial(Claim claim, List<ClaimId> others, boolean sure) {
            this(claim, others, sure, null);
        }

        public Denial {
            requirePublished(List.of(claim));
            others = List.copyOf(others);
        }
    }

    /** One or more claims may be meant; the person chooses. */
    record Choices(List<Claim> claims, @Nullable QuestionKey question) implements Reply {
        public Choices(List<Claim> claims) {
            this(claims, null);
        }

        public Choices {
            claims = checked(claims);
        }
    }

    /** The answer shown before was not it; perhaps one of these is. */
    record NextCandidates(List<Claim> claims, @Nullable QuestionKey question) implements Reply {
        public NextCandidates(List<Claim> claims) {
            this(claims, null);
        }

        public NextCandidates {
            claims = checked(claims);
        }
    }

    /** The person said that nothing offered was it, and nothing else is near. */
    record NoMoreCandidates(@Nullable QuestionKey question) implements Reply {
        public NoMoreCandidates() {
            this(null);
        }
    }

    /** Claims on the subject that was asked for. */
    record Subject(List<Claim> claims, @Nullable QuestionKey question) implements Reply {
        public Subject(List<Claim> claims) {
            this(claims, null);
        }

        public Subject {
            claims = checked(claims);
        }
    }

    /** The newest reviews; there may be none yet. */
    record Latest(List<Claim> claims) implements Reply {
        public Latest {
            claims = requirePublished(claims);
        }
    }

    /** No claim answers the message. */
    record NotFound(@Nullable QuestionKey question) implements Reply {
        public NotFound() {
            this(null);
        }
    }

    /**
     * The message was sent for checking.
     *
     * @param again whether it had been before
     * @param told  whether the person will be told of the result, which only one who stopped notices is not
     */
    record Submitted(boolean again, boolean told) implements Reply {}

    /** The message to be sent for checking is not kept any more. */
    record QuestionGone() implements Reply {}

    /**
     * What was sent for checking has been checked.
     *
     * @throws IllegalArgumentException if the claim is not published
     */
    record FollowUp(Claim claim) implements Reply {
        public FollowUp {
            requirePublished(List.of(claim));
        }
    }

    /** What was sent for checking, on that day, is not checked; it is said neither to be true nor to be false. */
    record Dismissed(LocalDate sentOn) implements Reply {}

    /**
     * A verdict shown before has changed.
     *
     * @param before the verdict that was shown; null if the last that was said is that it was withdrawn
     * @throws IllegalArgumentException if the claim is not published
     */
    record Correction(Claim claim, @Nullable Verdict before) implements Reply {
        public Correction {
            requirePublished(List.of(claim));
        }
    }

    /**
     * The words of a review shown before have changed, its verdict has not.
     *
     * @throws IllegalArgumentException if the claim is not published
     */
    record Revision(Claim claim) implements Reply {
        public Revision {
            requirePublished(List.of(claim));
        }
    }

    /** A verdict shown before does not stand any more, and there is no other yet. */
    record Retraction(String claim, @Nullable Verdict before) implements Reply {}

    record NoticesStopped() implements Reply {}

    record NoticesResumed() implements Reply {}

    /** Whether everything about the person is to be erased. */
    record EraseQuestion() implements Reply {}

    record Erased() implements Reply {}

    /** The message has no words to compare. */
    record Unreadable() implements Reply {}

    /** The message is a picture, a voice note or the like, without text. */
    record Unsupported() implements Reply {}

    /** The message is longer than Saring reads. */
    record TooLong() implements Reply {}

    /** The person writes more than Saring answers. */
    record SlowDown() implements Reply {}

    /** The claim behind a button or link is not published any more, or never was. */
    record Withdrawn() implements Reply {}

    /**
     * The person is not answered any more.
     *
     * @param until the last day of that; null if no end is set
     */
    record Blocked(@Nullable LocalDate until) implements Reply {}

    /**
     * The message is answered later, when maintenance is over.
     *
     * @param words of the admin who began it; empty for those of {@code responses/}
     * @param ends  when it is to be over, by the clock of this installation; null if nobody said
     */
    record Paused(String words, @Nullable LocalDateTime ends) implements Reply {}

    /** An admin tries whether messages arrive. */
    record Test() implements Reply {}

    record Welcome() implements Reply {}

    record Help() implements Reply {}

    record About() implements Reply {}

    record UnknownCommand() implements Reply {}

    /** The command to check something came without anything to check. */
    record CheckWhat() implements Reply {}

    record LanguageQuestion() implements Reply {}

    record LanguageChosen() implements Reply {}

    record ThanksForFeedback() implements Reply {}

    /** A button was pressed whose data Saring cannot read. */
    record UnknownButton() implements Reply {}

    /** Something failed on our side. */
    record Trouble() implements Reply {}

    private static List<Claim> checked(List<Claim> claims) {
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("Nothing to choose from");
        }
        return requirePublished(claims);
    }

    private static List<Claim> requirePublished(List<Claim> claims) {
        for (Claim claim : claims) {
            if (!claim.published()) {
                throw new IllegalArgumentException("Claim " + claim.id() + " is not published");
            }
        }
        return List.copyOf(claims);
    }
}
