package id.saring.reply;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pressing a button means. Everything it needs is in the button itself, so that buttons of messages long past keep
 * working; see {@link ButtonData}.
 */
public sealed interface Action {
    /**
     * The answer helped.
     *
     * @param version the claim's version the person was shown
     */
    record Helpful(ClaimId claim, long version) implements Action {
        public Helpful {
            requireVersion(version);
        }
    }

    /**
     * The answer was about another claim.
     *
     * @param version the claim's version the person was shown
     * @param next     the ones to offer instead, best first
     * @param question the message that was answered; null in buttons that were not given for one
     */
    record NotThis(ClaimId claim, long version, List<ClaimId> next, @Nullable QuestionKey question) implements Action {
        public NotThis(ClaimId claim, long version, List<ClaimId> next) {
            this(claim, version, next, null);
        }

        public NotThis {
            requireVersion(version);
            next = List.copyOf(next);
        }
    }

    /** The person chose a claim from a list; {@code others} were on it too. */
    record Choose(ClaimId claim, List<ClaimId> others, @Nullable QuestionKey question) implements Action {
        public Choose(ClaimId claim, List<ClaimId> others) {
            this(claim, others, null);
        }

        public Choose {
            others = List.copyOf(others);
        }
    }

    /** None of the claims offered was it. */
    record NoneFits(@Nullable QuestionKey question) implements Action {
        public NoneFits() {
            this(null);
        }
    }

    /** The message is to be checked by people, who keep its words for that. */
    record Submit(QuestionKey question) implements Action {}

    /** Everything about the person is to be erased. */
    record Erase() implements Action {}

    record SetLanguage(Language language) implements Action {}

    record ShowLatest() implements Action {}

    private static void requireVersion(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("A claim's version is positive: " + version);
        }
    }
}
