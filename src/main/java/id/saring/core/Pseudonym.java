package id.saring.core;

/**
 * A person or chat, known only by a keyed hash of the platform's id (see {@link Pseudonyms}). Safe to store and to show
 * to staff; {@code toString} shortens it for logs.
 *
 * @throws IllegalArgumentException unless it is 32 lower-case hexadecimal digits
 */
public record Pseudonym(String value) {
    public Pseudonym {
        if (!HexForm.fits(value)) {
            throw new IllegalArgumentException("A pseudonym is 32 lower-case hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value.substring(0, 8);
    }
}
