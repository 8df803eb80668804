package id.saring.whatsapp;

import static id.saring.whatsapp.WhatsAppServer.JSON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person in a chat with us: what they do, and what they got to read. */
public final class WhatsAppPerson {
    private final @Nullable String phone;
    private final @Nullable String userId;
    private final WhatsAppChats chats;
    private final WebhookSender webhooks;
    private final List<WhatsAppMessage> received = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant lastWrote;

    WhatsAppPerson(@Nullable String phone, @Nullable String userId, WhatsAppChats chats, WebhookSender webhooks) {
        this.phone = phone;
        this.userId = userId;
        this.chats = chats;
        this.webhooks = webhooks;
    }

    /** Writes a text; returns the message's id. */
    public String says(String text) {
        ObjectNode message = message("text");
        message.putObject("text").put("body", text);
        return post(message);
    }

    /** Forwards a text, perhaps one that has been forwarded often. */
    public String forwards(String text, boolean often) {
        ObjectNode message = message("text");
        message.putObject("text").put("body", text);
        message.putObject("context").put(often ? "frequently_forwarded" : "forwarded", true);
        return post(message);
    }

    /** Writes a text that is yet to be delivered, by {@link WebhookRequest#body} and any means. */
    public WebhookRequest writes(String text) {
        lastWrote = chats.clock.instant();
        ObjectNode message = message("text");
        message.putObject("text").put("body", text);
        ObjectNode change = webhooks.change(List.of(contact()), List.of(message), List.of());
        return webhooks.request(message.path("id").asString(), change);
    }

    /** Sends a message of any kind. */
    public String sends(String type, ObjectNode body) {
        ObjectNode message = message(type);
        message.set(type, body);
        return post(message);
    }

    /** Presses the button, or chooses the row, of this label under the newest message that has one. */
    public String presses(String label) {
        for (WhatsAppMessage message : received.reversed()) {
            int i = message.choices().indexOf(label);
            if (i >= 0) {
                ObjectNode press = message("interactive");
                press.putObject("context").put("from", "15550783881").put("id", message.id());
                String kind = message.kind() + "_reply";
                press.putObject("interactive")
                        .put("type", kind)
                        .putObject(kind)
                        .put("id", message.data().get(i))
                        .put("title", label);
                return post(press);
            }
        }
        throw new AssertionError("No button " + label + " under " + received);
    }

    /** What the person's app tells of one of our messages: sent, delivered, read, or failed with this error. */
    void tells(String messageId, String status, int... error) {
        webhooks.post(change(messageId, status, error));
    }

    /** As {@link #tells}, but yet to be delivered. */
    public WebhookRequest willTell(String messageId, String status) {
        return webhooks.request(messageId, change(messageId, status));
    }

    private ObjectNode change(String messageId, String status, int... error) {
        ObjectNode told = JSON.createObjectNode()
                .put("id", messageId)
                .put("status", status)
                .put("timestamp", now());
        if (phone != null) {
            told.put("recipient_id", phone);
        }
        if (userId != null) {
            told.put("recipient_user_id", userId);
        }
        if (error.length > 0) {
            told.putArray("errors").addObject()
                    .put("code", error[0])
                    .put("title", "Title")
                    .put("message", "About " + phone)
                    .putObject("error_data").put("details", "Details");
        }
        return webhooks.change(List.of(), List.of(), List.of(told));
    }

    /** What the person has got from us, oldest first. */
    public List<WhatsAppMessage> received() {
        return List.copyOf(received);
    }

    /** Waits until there are this many messages from us, and gives the last of them. */
    public WhatsAppMessage reads(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
        return received.get(count - 1);
    }

    @Nullable Instant lastWrote() {
        return lastWrote;
    }

    /** What the person can be written to by. */
    List<String> names() {
        return Stream.of(phone, userId).filter(Objects::nonNull).toList();
    }

    void receive(WhatsAppMessage message) {
        received.add(message);
    }

    /** A message that is not sent yet. */
    ObjectNode message(String type) {
        ObjectNode message = JSON.createObjectNode();
        if (phone != null) {
            message.put("from", phone);
        }
        if (userId != null) {
            message.put("from_user_id", userId);
        }
        String id = chats.nextId(phone == null ? userId : phone);
        return message.put("id", id).put("timestamp", now()).put("type", type);
    }

    ObjectNode contact() {
        ObjectNode contact = JSON.createObjectNode();
        contact.putObject("profile").put("name", "Siti");
        if (phone != null) {
            contact.put("wa_id", phone);
        }
        if (userId != null) {
            contact.put("user_id", userId);
        }
        return contact;
    }

    /** Sends the message; returns its id. */
    String post(ObjectNode message) {
        lastWrote = chats.clock.instant();
        webhooks.post(webhooks.change(List.of(contact()), List.of(message), List.of()));
        return message.path("id").asString();
    }

    private String now() {
        return Long.toString(chats.clock.instant().getEpochSecond());
    }
}
