package id.saring.claim;

/** A new claim was to get the key of one that is there already; nothing was saved. */
public final class TakenKeyException extends RuntimeException {
    private final String key;

    TakenKeyException(String key) {
        super("There is already a claim with the key " + key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
