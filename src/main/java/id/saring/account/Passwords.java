package id.saring.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes and checks passwords (bcrypt). Few at a time, because each takes a processor for a third of a second that
 * messages are waiting for too.
 */
final class Passwords {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;

    /** As few as are still hard to guess: not one letter again and again, not 1212. */
    private static final int MIN_DIFFERENT = 6;

    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 10;

    /** Of no password, in the form the encoder wants, so that it does its work. */
    private static final String SALT = "saringsaringsaringsaru";

    private static final String DIGEST = "saringsaringsaringsaringsarings";

    private final BCryptPasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** Compared with when there is no account, so that this takes as long as if there were one. */
    private final String nobodys;

    /** @param strength work doubles with each; 12 is a third of a second or so */
    Passwords(int strength) {
        this.encoder = new BCryptPasswordEncoder(BCryptPasswordEncoder.BCryptVersion.$2B, strength);
        this.nobodys = "$2b$%02d$".formatted(strength) + SALT + DIGEST;
    }

    /** What is wrong with a password someone chose; empty if nothing is. */
    static Optional<Weakness> weakness(String password, String name) {
        int length = password.codePointCount(0, password.length());
        String folded = password.toLowerCase(Locale.ROOT);
        if (length < MIN_LENGTH) {
            return Optional.of(Weakness.SHORT);
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Weakness.LONG);
        }
        if (folded.contains(name) && length < MIN_LENGTH + name.length()) {
            return Optional.of(Weakness.NAME);
        }
        boolean row = true;
        for (int i = 1; i < folded.length(); i++) {
            row &= Math.abs(folded.charAt(i) - folded.charAt(i - 1)) <= 1;
        }
        return row || folded.chars().distinct().count() < MIN_DIFFERENT || folded.contains("password1234")
                ? Optional.of(Weakness.SIMPLE)
                : Optional.empty();
    }

    String hash(String password) {
        @Nullable String hash = oneOfFew(() -> encoder.encode(digest(password)));
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed");
        }
        return hash;
    }

    /** Takes as long for a {@code hash} that is null, and is false then. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = oneOfFew(() -> encoder.matches(digest(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** bcrypt reads 72 bytes only; so it gets a digest of all, marked as ours so that no other site's digests fit. */
    private static String digest(String password) {
        try {
            String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
            byte[] digest = MessageDigest.getInstance("SHA-384")
                    .digest(("saring/password/" + normal).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-384", e);
        }
    }
}
