package id.saring.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names one message on its whole way from where it was received to where its answer was sent; tells nothing of who wrote it.
 *
 * @throws IllegalArgumentException unless it is 32 lower-case hexadecimal digits
 */
public record TraceId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    public TraceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A trace id is 32 lower-case hexadecimal digits");
        }
    }

    /** The same for the same message each time, from the key it has in the inbox. */
    public static TraceId of(String messageKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(messageKey.getBytes(StandardCharsets.UTF_8));
            return new TraceId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
