package id.saring.match;

/**
 * Positive counts by 64-bit key in one open-addressing table: 12 bytes a slot and no objects. Not safe for concurrent
 * writes.
 */
final class LongCounts {
    private final long[] keys;
    private final int[] counts;
    private final int mask;
    private final int shift;

    /** Room for {@code size} keys at a load of at most one half. */
    LongCounts(long size) {
        int capacity = Integer.highestOneBit((int) Math.min(1 << 28, Math.max(1, size))) << 2;
        this.keys = new long[capacity];
        this.counts = new int[capacity];
        this.mask = capacity - 1;
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
    }

    /** The count of {@code key}; 0 if it was never put. */
    int get(long key) {
        for (int slot = slot(key); counts[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return counts[slot];
            }
        }
        return 0;
    }

    /** Sets the count of {@code key}, which must be positive. */
    void put(long key, int count) {
        int slot = slot(key);
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        counts[slot] = count;
    }

    /** Sets the count of {@code key}, which must be positive, and returns true; false if it has one. */
    boolean putIfAbsent(long key, int count) {
        int slot = slot(key);
        while (counts[slot] != 0) {
            if (keys[slot] == key) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        counts[slot] = count;
        return true;
    }

    /** Fibonacci hashing: the upper bits of the product, which hang on all of the key. */
    private int slot(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> shift);
    }
}
