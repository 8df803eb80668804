package id.saring.telegram;

import static id.saring.telegram.TelegramChats.JSON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person in a private chat with the bot: what they do, and what they got to read. */
public final class TelegramPerson {
    private static final AtomicInteger UNIQUE = new AtomicInteger();

    private final long id;
    private final TelegramChats chats;
    private final List<BotMessage> received = new CopyOnWriteArrayList<>();
    private final List<JsonNode> keyboards = new CopyOnWriteArrayList<>();
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();
    private volatile String language = "id";
    private volatile boolean blocked;

    TelegramPerson(long id, TelegramChats chats) {
        this.id = id;
        this.chats = chats;
    }

    /** Sets the language of the person's app. */
    public TelegramPerson speaking(String languageCode) {
        this.language = languageCode;
        return this;
    }

    /** Writes a text; returns the message's number. */
    public int says(String text) {
        return post(message().put("text", text));
    }

    /** Writes a text that is yet to be delivered to the webhook, by any means, in this update. */
    public ObjectNode writes(String text) {
        ObjectNode message = message().put("text", text);
        known.add(message.path("message_id").asInt());
        // Only polling goes by the order of these.
        return JSON.createObjectNode().put("update_id", message.path("message_id").asInt()).set("message", message);
    }

    /** Forwards a text that came from a person with hidden account. */
    public int forwards(String text) {
        ObjectNode origin = JSON.createObjectNode()
                .put("type", "hidden_user").put("date", now()).put("sender_user_name", "Budi");
        return post((ObjectNode) message().put("text", text).set("forward_origin", origin));
    }

    /** Sends a voice note. */
    public int speaks() {
        return post((ObjectNode) message().set("voice", JSON.createObjectNode()
                .put("file_id", "v").put("file_unique_id", "v").put("duration", 3)));
    }

    /** Sends pictures together; a caption may be null. */
    public void sendsAlbum(String... captions) {
        String group = "album" + UNIQUE.incrementAndGet();
        for (String caption : captions) {
            ObjectNode message = message().put("media_group_id", group);
            message.putArray("photo").addObject()
                    .put("file_id", "p").put("file_unique_id", "p").put("width", 9).put("height", 9);
            post(caption == null ? message : message.put("caption", caption));
        }
    }

    /** Changes the text of an earlier message. */
    public void edits(int number, String text) {
        chats.add("edited_message", message().put("message_id", number).put("edit_date", now()).put("text", text));
    }

    /** Presses the button of this label under the newest message that has one; returns the id of the press. */
    public String presses(String label) {
        for (int i = received.size() - 1; i >= 0; i--) {
            for (JsonNode row : keyboards.get(i).path("inline_keyboard")) {
                for (JsonNode button : row) {
                    if (button.path("text").asString().equals(label)) {
                        return press(received.get(i), keyboards.get(i), button.path("callback_data").asString());
                    }
                }
            }
        }
        throw new AssertionError("No button " + label + " under " + received);
    }

    public void blocks() {
        blocked = true;
        memberChange("member", "kicked");
    }

    public void unblocks() {
        blocked = false;
        memberChange("kicked", "member");
    }

    /** What the person has got from the bot, oldest first. */
    public List<BotMessage> received() {
        return List.copyOf(received);
    }

    /** Waits until there are this many messages from the bot, and gives the last of them. */
    public BotMessage reads(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
        return received.get(count - 1);
    }

    boolean hasWritten() {
        return !known.isEmpty();
    }

    boolean hasBlocked() {
        return blocked;
    }

    boolean knows(int number) {
        return known.contains(number);
    }

    void receive(BotMessage message, JsonNode keyboard) {
        known.add(message.number());
        keyboards.add(keyboard);
        received.add(message);
    }

    private int post(ObjectNode message) {
        known.add(message.path("message_id").asInt());
        chats.add("message", message);
        return message.path("message_id").asInt();
    }

    private String press(BotMessage under, JsonNode keyboard, String data) {
        String press = id + "-" + UNIQUE.incrementAndGet();
        chats.openPress(press);
        ObjectNode message = JSON.createObjectNode()
                .put("message_id", under.number()).put("date", now()).put("text", under.text());
        message.set("chat", chat());
        message.set("reply_markup", keyboard);
        ObjectNode query = JSON.createObjectNode().put("id", press).put("chat_instance", "1").put("data", data);
        query.set("from", user());
        query.set("message", message);
        chats.add("callback_query", query);
        return press;
    }

    private void memberChange(String from, String to) {
        ObjectNode change = JSON.createObjectNode().put("date", now());
        change.set("chat", chat());
        change.set("from", user());
        change.set("old_chat_member", member(from));
        change.set("new_chat_member", member(to));
        chats.add("my_chat_member", change);
    }

    private static ObjectNode member(String status) {
        ObjectNode member = JSON.createObjectNode().put("status", status);
        member.set("user", JSON.createObjectNode().put("id", 123456).put("is_bot", true).put("first_name", "Saring"));
        return status.equals("kicked") ? member.put("until_date", 0) : member;
    }

    private ObjectNode message() {
        ObjectNode message = JSON.createObjectNode().put("message_id", chats.nextNumber()).put("date", now());
        message.set("chat", chat());
        message.set("from", user());
        return message;
    }

    private ObjectNode chat() {
        return JSON.createObjectNode().put("id", id).put("type", "private").put("first_name", "Siti");
    }

    private ObjectNode user() {
        return JSON.createObjectNode()
                .put("id", id).put("is_bot", false).put("first_name", "Siti").put("language_code", language);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
