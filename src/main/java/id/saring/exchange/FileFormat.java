package id.saring.exchange;

import java.util.Locale;
import java.util.Optional;

/** The forms in which claims come in and go out; each may be gzipped as well. */
public enum FileFormat {
    /** One JSON object a line. */
    JSON_LINES,
    /** A table with a header line. */
    CSV,
    /** schema.org ClaimReview as JSON-LD: one object, an array, a {@code @graph} or a DataFeed. */
    CLAIM_REVIEW,
    /** RSS or Atom, to be read only: items with a ClaimReview inside, or plain ones that become drafts. */
    FEED;

    /** Tells the format by how a file's name ends; a {@code .gz} after it does not matter. */
    public static Optional<FileFormat> ofName(String name) {
        String plain = isGzipName(name) ? name.substring(0, name.length() - 3) : name;
        return switch (plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            case "csv" -> Optional.of(CSV);
            case "json", "jsonld" -> Optional.of(CLAIM_REVIEW);
            case "xml", "rss", "atom" -> Optional.of(FEED);
            default -> Optional.empty();
        };
    }

    /** Whether claims can be written in this form. */
    public boolean writable() {
        return this != FEED;
    }

    static boolean isGzipName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
