package id.saring.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Stamps that only this installation can make (HMAC-SHA-256 under a key for one purpose), so that what bears one is
 * ours.
 */
public final class Stamps {
    private final Hmac hmac;

    /** @param purpose stamps of one purpose tell nothing about those of another */
    public Stamps(Secret secret, String purpose) {
        this.hmac = new Hmac(secret.derive("stamp/" + purpose));
    }

    /** The stamp of {@code parts}, 64 hexadecimal digits; where one part ends and whether one is null matters. */
    public String of(@Nullable String... parts) {
        Mac mac = hmac.begin();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).flip());
            mac.update(bytes);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
