package id.saring.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/**
 * Ties together all that is done for one message, or for one request that brings none: the same on every replica and at
 * every retry, and nothing can be read from it.
 *
 * @throws IllegalArgumentException unless it is 32 lower-case hexadecimal digits
 */
public record TraceId(String value) {
    /** Under which log lines have it. */
    public static final String NAME = "trace";

    private static final int BYTES = 16;

    /** The part of a key that may be a time. */
    private static final int TIME_DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** While it is open, log lines of this thread have a trace id; it closes on the thread that opened it. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    public TraceId {
        if (!HexForm.fits(value)) {
            throw new IllegalArgumentException("A trace id is 32 lower-case hexadecimal digits");
        }
    }

    /**
     * The one of the message that has this key in the inbox, a key that is hashed already. It begins as the hash does,
     * so that where keys go by time, traces do.
     */
    public static TraceId of(String messageKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(messageKey.getBytes(StandardCharsets.UTF_8));
            String digits = HexFormat.of().formatHex(hash, 0, BYTES);
            String key = messageKey.substring(messageKey.indexOf(':') + 1);
            return new TraceId(
                    HexForm.fits(key) ? key.substring(0, TIME_DIGITS) + digits.substring(TIME_DIGITS) : digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The one this thread works under; a new one if there is none. */
    public static TraceId current() {
        String marked = MDC.get(NAME);
        return marked == null ? random() : new TraceId(marked);
    }

    /** One for a request that brings no message. */
    public static TraceId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TraceId(HexFormat.of().formatHex(bytes));
    }

    /**
     * Marks what this thread logs from now on; closing it brings back what was there before, nothing for a new thread.
     */
    public Scope open() {
        String before = MDC.get(NAME);
        MDC.put(NAME, value);
        return () -> {
            if (before == null) {
                MDC.remove(NAME);
            } else {
                MDC.put(NAME, before);
            }
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
