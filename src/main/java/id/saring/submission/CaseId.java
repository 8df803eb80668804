package id.saring.submission;

/**
 * Identity of a case in the queue, positive.
 *
 * @throws IllegalArgumentException if not positive
 */
public record CaseId(long value) {
    public CaseId {
        if (value <= 0) {
            throw new IllegalArgumentException("A case id is positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
