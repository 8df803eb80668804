package id.saring.claim;

/**
 * Who saved a claim: the name of a moderator's account, or of the part of Saring that did it by itself.
 *
 * @throws IllegalArgumentException if the name is blank or longer than {@value #MAX_LENGTH} characters
 */
public record Author(String name) {
    private static final int MAX_LENGTH = 200;

    /** A file taken in from the command line, or the sample claims. */
    public static final Author IMPORT = new Author("import");

    /** A feed that is fetched from time to time; no account can have this name. */
    public static final Author FEED = new Author("(feed)");

    public Author {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An author has a name of at most " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
