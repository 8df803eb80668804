package id.saring.queue;

/**
 * Work to be added.
 *
 * @param key      names the work within its queue for as long as finished work is kept; added again, it is ignored
 * @param orderKey work of one order key is done one at a time, in the order added
 * @param payload  what the handler needs, already sealed
 */
public record NewWork(String key, String orderKey, byte[] payload) {
    public NewWork {
        if (key.isBlank() || orderKey.isBlank()) {
            throw new IllegalArgumentException("Work needs a key and an order key");
        }
    }
}
