package id.saring.match;

import java.util.Optional;

/**
 * What an index was made of, kept in its commit.
 *
 * @param format  what is kept of a claim; an index of another format cannot be read
 * @param words   how texts are cut into words; an index of other words answers a little worse until it is made anew
 * @param storeId the store it was made from
 * @param version the version of that store
 */
record IndexStamp(String format, String words, String storeId, long version) {
    /** Raised when what is kept of a claim, or how, changes. */
    private static final String FORMAT = "4";

    /**
     * Raised when a text is cut into other words or stems than before: by another tokenizer, or other lists of words.
     */
    private static final String WORDS = "2";

    /** The stamp of an empty index that is to be made of this store. */
    static IndexStamp of(String storeId) {
        return new IndexStamp(FORMAT, WORDS, storeId, 0);
    }

    IndexStamp at(long storeVersion) {
        return new IndexStamp(format, words, storeId, storeVersion);
    }

    /** The stamp that {@link #toString} wrote; empty if {@code text} is none. */
    static Optional<IndexStamp> parse(String text) {
        String[] parts = text.split(":", 4);
        return parts.length == 4 && parts[3].matches("\\d{1,18}")
                ? Optional.of(new IndexStamp(parts[0], parts[1], parts[2], Long.parseLong(parts[3])))
                : Optional.empty();
    }

    /** Whether an index with this stamp can answer for the store. */
    boolean isReadableFor(String store) {
        return format.equals(FORMAT) && storeId.equals(store);
    }

    /** Whether it would be made in the same way now. */
    boolean isUpToDate() {
        return words.equals(WORDS);
    }

    @Override
    public String toString() {
        return String.join(":", format, words, storeId, Long.toString(version));
    }
}
