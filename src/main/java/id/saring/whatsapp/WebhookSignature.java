package id.saring.whatsapp;

import id.saring.core.Hmac;
import id.saring.http.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Proves that Meta sent a body: an HMAC over its very bytes, because Meta escapes what others would not. */
final class WebhookSignature {
    static final String HEADER = "X-Hub-Signature-256";

    private final Hmac hmac;

    WebhookSignature(String appSecret) {
        this.hmac = new Hmac(appSecret.getBytes(StandardCharsets.UTF_8));
    }

    boolean isOf(byte[] body, @Nullable String given) {
        return new SharedSecret(of(body)).is(given);
    }

    String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac.begin().doFinal(body));
    }
}
