package id.saring.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns platform ids into pseudonyms by HMAC-SHA-256 under the installation's secret; without it they cannot be undone.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Pseudonyms(Secret secret) {
        this.key = new SecretKeySpec(secret.derive("pseudonym"), ALGORITHM);
    }

    /** The pseudonym of {@code id} on {@code channel}; one person has different ones on different channels. */
    public Pseudonym of(Channel channel, String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((channel.name() + ':').getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return new Pseudonym(HexFormat.of().formatHex(hash, 0, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
