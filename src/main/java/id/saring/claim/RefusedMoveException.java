package id.saring.claim;

import java.util.List;
import java.util.stream.Collectors;

/** Claims may not go to the state asked for; nothing of the change was saved. */
public final class RefusedMoveException extends RuntimeException {
    /**
     * Why a claim may not move, in words for the person who asked.
     *
     * @param row which of the rows to be saved asked for it, from 0
     */
    public record Refusal(int row, String key, String reason) {
        /** A step that {@link ClaimState#mayBecome} forbids. */
        public static Refusal ofStep(int row, String key, ClaimState from, ClaimState to) {
            return new Refusal(row, key, "is %s and cannot become %s".formatted(from, to));
        }

        static Refusal ofMissingVerdict(String key) {
            return new Refusal(0, key, "cannot be published without a verdict");
        }
    }

    private final transient List<Refusal> refusals;

    public RefusedMoveException(List<Refusal> refusals) {
        super(refusals.stream().map(r -> "Claim " + r.key() + " " + r.reason()).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
