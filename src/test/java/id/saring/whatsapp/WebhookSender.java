package id.saring.whatsapp;

import static id.saring.whatsapp.WhatsAppServer.JSON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Delivers webhooks as Meta does: signed, all but ASCII escaped, several changes in one, and again. */
final class WebhookSender implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String appSecret;
    private final String number;
    private final List<ObjectNode> held = new ArrayList<>();
    private boolean holding;
    private volatile @Nullable URI webhook;

    WebhookSender(String appSecret, String number) {
        this.appSecret = appSecret;
        this.number = number;
    }

    void to(URI webhook) {
        this.webhook = webhook;
    }

    ObjectNode change(List<ObjectNode> contacts, List<ObjectNode> messages, List<ObjectNode> statuses) {
        ObjectNode change = JSON.createObjectNode().put("field", "messages");
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "15550783881").put("phone_number_id", number);
        if (!contacts.isEmpty()) {
            value.putArray("contacts").addAll(contacts);
        }
        if (!messages.isEmpty()) {
            value.putArray("messages").addAll(messages);
        }
        if (!statuses.isEmpty()) {
            value.putArray("statuses").addAll(statuses);
        }
        return change;
    }

    /** Keeps what is posted from now on. */
    synchronized void hold() {
        holding = true;
    }

    /** Gives what was kept, in order; from now on everything is delivered at once. */
    synchronized List<ObjectNode> release() {
        holding = false;
        List<ObjectNode> released = List.copyOf(held);
        held.clear();
        return released;
    }

    /** Delivers a change, unless it is to be kept; fails if it is not taken. */
    synchronized void post(ObjectNode change) {
        if (holding) {
            held.add(change);
            return;
        }
        int status = deliver(List.of(change));
        if (status != 200) {
            throw new AssertionError("The webhook answered " + status);
        }
    }

    /** Delivers changes in one webhook and gives the answer's status. */
    int deliver(List<ObjectNode> changes) {
        byte[] bytes = body(changes);
        return send(bytes, signature(bytes));
    }

    /** A webhook for another to deliver. */
    WebhookRequest request(String messageId, ObjectNode change) {
        byte[] bytes = body(List.of(change));
        return new WebhookRequest(messageId, bytes, signature(bytes));
    }

    private static byte[] body(List<ObjectNode> changes) {
        ObjectNode body = JSON.createObjectNode().put("object", "whatsapp_business_account");
        body.putArray("entry").addObject().put("id", "102290129340398").putArray("changes").addAll(changes);
        return escaped(body.toString());
    }

    int send(byte[] body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON as Meta writes it. */
    static byte[] escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        for (char c : json.toCharArray()) {
            if (c == '/') {
                escaped.append("\\/");
            } else if (c > 0x7F) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
