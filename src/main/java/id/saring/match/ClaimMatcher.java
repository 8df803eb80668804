package id.saring.match;

/** Finds the claim a message repeats. Answers come from a cache as long as nothing that decides them has changed. */
public final class ClaimMatcher {
    public MatchOutcome match(Query query) {
        throw new UnsupportedOperationException();
    }
}
