package id.saring.exchange;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Gives a row without a key one that is the same in every import of it. */
final class RowKeys {
    private RowKeys() {}

    static Row row(@Nullable String key, ClaimContent content, ClaimState state) {
        return new Row(key == null ? keyOf(content) : key, content, state);
    }

    /** A hash of language, text and first source; a corrected verdict must not make another claim of it. */
    private static String keyOf(ClaimContent content) {
        String source = content.sources().isEmpty() ? "" : content.sources().getFirst().url();
        String identity = String.join("\n", content.language().code(), content.text(), source);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return "auto-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
