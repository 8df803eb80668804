package id.saring.reply;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import java.util.List;

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
     * @param next    the ones to offer instead, best first
     */
    record NotThis(ClaimId claim, long version, List<ClaimId> next) implements Action {
        public NotThis {
            requireVersion(version);
            next = List.copyOf(next);
        }
    }

    /** The person chose a claim from a list; {@code others} were on it too. */
    record Choose(ClaimId claim, List<ClaimId> others) implements Action {
        public Choose {
            others = List.copyOf(others);
        }
    }

    /** None of the claims offered was it. */
    record NoneFits() implements Action {}

    record SetLanguage(Language language) implements Action {}

    record ShowLatest() implements Action {}

    private static void requireVersion(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("A claim's version is positive: " + version);
        }
    }
}
