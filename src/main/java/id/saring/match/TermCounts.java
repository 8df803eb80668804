package id.saring.match;

/**
 * Counts by 64-bit key in one open-addressing table of 12.5 bytes a slot, which grows: one thread changes it while
 * others read. A reader sees each count as it was before or after a change.
 */
final class TermCounts {
    private static final int SMALLEST = 1 << 10;

    /** @param marks four bits a slot, of which each key sets one: small enough to stay near the processor */
    private record Table(long[] keys, int[] counts, long[] marks, int mask) {
        Table(int capacity) {
            this(new long[capacity], new int[capacity], new long[capacity / 16], capacity - 1);
        }

        boolean isMarked(long key) {
            int bit = bit(key);
            return (marks[bit >>> 6] & 1L << bit) != 0;
        }

        /** Takes a free slot for the key. */
        void take(int slot, long key) {
            int bit = bit(key);
            marks[bit >>> 6] |= 1L << bit;
            keys[slot] = key;
        }

        private int bit(long key) {
            return spread(key) & 4 * mask + 3;
        }

        /**
         * Where the key is, or the free slot where it would be. A slot once taken stays taken, so readers need no lock.
         */
        int slot(long key) {
            int slot = spread(key) & mask;
            while (keys[slot] != key && keys[slot] != 0) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }

    private volatile Table table = new Table(SMALLEST);
    private int taken;

    /** The count of {@code key}; 0 if it was never added to. */
    int get(long key) {
        Table now = table;
        return now.counts[now.slot(keyOf(key))];
    }

    /** False if {@code key} was never added to; nearly always the quicker way to learn that. */
    boolean mayHave(long key) {
        return table.isMarked(keyOf(key));
    }

    /** Adds {@code change}, which may be negative, to the count of {@code key}. */
    void add(long key, int change) {
        Table now = table;
        int slot = now.slot(keyOf(key));
        if (now.keys[slot] == 0) {
            if (4 * (taken + 1) > 3 * now.keys.length) {
                grow(now);
                add(key, change);
                return;
            }
            now.take(slot, keyOf(key));
            taken++;
        }
        now.counts[slot] += change;
    }

    private void grow(Table full) {
        int kept = 0;
        for (int count : full.counts) {
            kept += count != 0 ? 1 : 0;
        }
        Table larger = new Table(2 * kept < full.keys.length ? full.keys.length : 2 * full.keys.length);
        for (int i = 0; i < full.keys.length; i++) {
            if (full.counts[i] != 0) {
                int slot = larger.slot(full.keys[i]);
                larger.take(slot, full.keys[i]);
                larger.counts[slot] = full.counts[i];
            }
        }
        taken = kept;
        table = larger;
    }

    /** 0 marks a free slot. */
    private static long keyOf(long key) {
        return key == 0 ? 1 : key;
    }

    /** MurmurHash3's finaliser (public domain): every bit of the key moves every bit of the place. */
    private static int spread(long key) {
        long hash = key;
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return (int) (hash ^ hash >>> 33);
    }
}
