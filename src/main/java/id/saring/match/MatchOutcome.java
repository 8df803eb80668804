package id.saring.match;

import id.saring.text.Denials.Denial;
import java.util.List;
import java.util.stream.Stream;

/** What the matcher makes of a message. */
public sealed interface MatchOutcome {
    /** The claims to show, best first; empty if there is none. */
    List<ScoredClaim> results();

    /** The outcome's name in interfaces and logs. */
    default String code() {
        return switch (this) {
            case Match m -> "match";
            case Candidates c -> "candidates";
            case Keyword k -> "keyword";
            case NotFound n -> "not_found";
            case Unreadable u -> "unreadable";
        };
    }

    /**
     * The first claim answers the message with confidence; the others are what to offer should the person say no.
     *
     * @param denial whether the message does not spread the claim but rightly denies it, as far as can be told
     */
    record Match(ScoredClaim best, List<ScoredClaim> others, Denial denial) implements MatchOutcome {
        public Match {
            others = List.copyOf(others);
        }

        @Override
        public List<ScoredClaim> results() {
            return Stream.concat(Stream.of(best), others.stream()).toList();
        }
    }

    /**
     * Two to five claims may be meant; the person chooses. A single one is also offered as a choice, never as an
     * answer.
     */
    record Candidates(List<ScoredClaim> results) implements MatchOutcome {
        public Candidates {
            results = List.copyOf(results);
        }
    }

    /** A short query such as {@code vaksin}: claims on that subject, the most relevant first. */
    record Keyword(List<ScoredClaim> results) implements MatchOutcome {
        public Keyword {
            results = List.copyOf(results);
        }
    }

    /** No claim in the store answers the message. */
    record NotFound() implements MatchOutcome {
        @Override
        public List<ScoredClaim> results() {
            return List.of();
        }
    }

    /** The message holds no words to compare: empty, only signs, only a link to somewhere unknown. */
    record Unreadable() implements MatchOutcome {
        @Override
        public List<ScoredClaim> results() {
            return List.of();
        }
    }
}
