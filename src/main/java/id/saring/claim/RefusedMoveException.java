package id.saring.claim;

import java.util.List;
import java.util.stream.Collectors;

/** Claims may not go to the state asked for; nothing of the change was saved. */
public final class RefusedMoveException extends RuntimeException {
    /** Why the claim of {@code key} may not become {@code to}, in words for the person who asked. */
    public record Refusal(String key, ClaimState to, String reason) {
        /** A step that {@link ClaimState#mayBecome} forbids. */
        public static Refusal ofStep(String key, ClaimState from, ClaimState to) {
            return new Refusal(key, to, "is %s and cannot become %s".formatted(from, to));
        }

        static Refusal ofMissingVerdict(String key) {
            return new Refusal(key, ClaimState.PUBLISHED, "cannot be published without a verdict");
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
