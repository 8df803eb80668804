package id.saring.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key of 256 random bits that opens a session, the API or an invitation. It is shown or sent once; only its hash is
 * kept.
 */
public record Key(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Key {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a key");
        }
    }

    static Key random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what someone sent as a key; empty if it cannot be one. */
    public static Optional<Key> of(@Nullable String sent) {
        return sent != null && FORM.matcher(sent).matches() ? Optional.of(new Key(sent)) : Optional.empty();
    }

    /**
     * What a key is called by, as it is shown.
     *
     * @throws RefusedChangeException of this code if there is nothing to show, or more than {@code most} characters
     */
    static String name(String given, int most, String code) {
        String shown = given.strip();
        if (shown.isEmpty() || shown.length() > most || shown.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedChangeException(code);
        }
        return shown;
    }

    String hash() {
        return hash(value);
    }

    /** For secrets with enough randomness not to be found by trying. */
    static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Key[hidden]";
    }
}
