package id.saring.core;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Turns platform ids into pseudonyms by HMAC-SHA-256 under the installation's secret; without it they cannot be undone.
 */
public final class Pseudonyms {
    private final Hmac hmac;

    public Pseudonyms(Secret secret) {
        this.hmac = new Hmac(secret.derive("pseudonym"));
    }

    /** The pseudonym of {@code id} on {@code channel}; one person has different ones on different channels. */
    public Pseudonym of(Channel channel, String id) {
        Mac mac = hmac.begin();
        mac.update((channel.name() + ':').getBytes(StandardCharsets.UTF_8));
        byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        return new Pseudonym(HexFormat.of().formatHex(hash, 0, 16));
    }
}
