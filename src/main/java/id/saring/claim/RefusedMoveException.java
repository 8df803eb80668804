package id.saring.claim;

import java.util.List;
import java.util.stream.Collectors;

/** Claims may not go to the state asked for; nothing of the change was saved. */
public final class RefusedMoveException extends RuntimeException {
    /** Why the claim of {@code key} may not move, in words for the person who asked. */
    public record Refusal(String key, String reason) {}

    private final transient List<Refusal> refusals;

    RefusedMoveException(List<Refusal> refusals) {
        super(refusals.stream().map(r -> "Claim " + r.key() + " " + r.reason()).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
