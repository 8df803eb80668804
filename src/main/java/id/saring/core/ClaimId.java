package id.saring.core;

/**
 * Identity of a claim in the store, positive. It is short in base 36 so that it fits a chat button's 64 bytes.
 *
 * @throws IllegalArgumentException if not positive
 */
public record ClaimId(long value) implements Comparable<ClaimId> {
    public ClaimId {
        if (value <= 0) {
            throw new IllegalArgumentException("A claim id is positive: " + value);
        }
    }

    @Override
    public int compareTo(ClaimId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
