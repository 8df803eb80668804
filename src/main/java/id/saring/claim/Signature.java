package id.saring.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, and why in their own words; a blank reason is none.
 *
 * @throws IllegalArgumentException if the reason is longer than {@value #MAX_REASON} characters
 */
public record Signature(Author author, @Nullable String reason) {
    /** Longest reason, in UTF-16 units. */
    public static final int MAX_REASON = 500;

    /** A file taken in from the command line. */
    public static final Signature IMPORT = new Signature(Author.IMPORT, null);

    public Signature {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (reason != null && reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("A reason has at most " + MAX_REASON + " characters");
        }
    }

    public static Signature of(String author, @Nullable String reason) {
        return new Signature(new Author(author), reason);
    }
}
