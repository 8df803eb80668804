package id.saring.claim;

/** Where a claim is in its life. Only published claims answer messages. */
public enum ClaimState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    /**
     * Whether a claim may go from this state to {@code next}; a withdrawn one may be published again, none returns to
     * draft.
     */
    public boolean mayBecome(ClaimState next) {
        return this == next || next != DRAFT;
    }
}
