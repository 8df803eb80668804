package id.saring.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's secret ({@code SARING_SECRET}), from which every key is derived. Never printed. */
public final class Secret {
    /** Shorter secrets could be guessed by trying. */
    public static final int MIN_LENGTH = 16;

    private final byte[] value;

    /** @throws IllegalArgumentException if shorter than {@value #MIN_LENGTH} characters */
    public Secret(String value) {
        if (value.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("SARING_SECRET must have at least " + MIN_LENGTH + " characters");
        }
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    /** A 256-bit key for one purpose; keys of different purposes tell nothing about each other. */
    byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value, "HmacSHA256"));
            return mac.doFinal(("saring/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** Tells this secret from others without telling anything of it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derive("fingerprint"), 0, 16);
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
