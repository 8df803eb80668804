package id.saring.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, HMAC-SHA-1 as authenticator apps know it). */
final class Totp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int BITS_PER_LETTER = 5;

    private Totp() {}

    static byte[] newKey() {
        byte[] key = new byte[20];
        RANDOM.nextBytes(key);
        return key;
    }

    static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step of which {@code code} is: now's, or one beside it because clocks differ; none if it is of no such step.
     */
    static OptionalLong matchingStep(byte[] key, String code, Instant now) {
        long middle = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - 1; step <= middle + 1; step++) {
            if (code(key, step).equals(code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Bytes as authenticator apps want them typed. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << Byte.SIZE) | (b & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS_PER_LETTER) {
                bits -= BITS_PER_LETTER;
                text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((buffer << (BITS_PER_LETTER - bits)) & 0x1f)).toString();
    }

    /** The other way; letters that are none of base 32 are passed over. */
    static byte[] fromBase32(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = ALPHABET.indexOf(letter);
            if (value >= 0) {
                buffer = (buffer << BITS_PER_LETTER) | value;
                bits += BITS_PER_LETTER;
            }
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
