package id.saring.reply;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import java.util.List;

/** Everything Saring can say to a person, free of language and channel; {@link Replies} puts it into words. */
public sealed interface Reply {
    /**
     * The verdict on the one claim a message repeats.
     *
     * @param others what to offer should the person say that it is another claim, best first
     * @throws IllegalArgumentException if the claim is not published
     */
    record Answer(Claim claim, List<ClaimId> others) implements Reply {
        public Answer {
            requirePublished(List.of(claim));
            others = List.copyOf(others);
        }
    }

    /**
     * The verdict on the claim that a message rightly denies.
     *
     * @throws IllegalArgumentException if the claim is not published
     */
    record Denial(Claim claim, List<ClaimId> others) implements Reply {
        public Denial {
            requirePublished(List.of(claim));
            others = List.copyOf(others);
        }
    }

    /** One or more claims may be meant; the person chooses. */
    record Choices(List<Claim> claims) implements Reply {
        public Choices {
            claims = checked(claims);
        }
    }

    /** The answer shown before was not it; perhaps one of these is. */
    record NextCandidates(List<Claim> claims) implements Reply {
        public NextCandidates {
            claims = checked(claims);
        }
    }

    /** The person said that nothing offered was it, and nothing else is near. */
    record NoMoreCandidates() implements Reply {}

    /** Claims on the subject that was asked for. */
    record Subject(List<Claim> claims) implements Reply {
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
    record NotFound() implements Reply {}

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
