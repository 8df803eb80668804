package id.saring.exchange;

/**
 * A row that did not go in: where it stands ({@code line 12}, or {@code line 1, item 7} in a JSON document) and why.
 */
public record RowError(String place, String reason) {
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
