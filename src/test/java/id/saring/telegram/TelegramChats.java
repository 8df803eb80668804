package id.saring.telegram;

import id.saring.telegram.TelegramServer.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The chats on the stand-in server and its rules for messages. */
final class TelegramChats {
    static final JsonMapper JSON = JsonMapper.shared();

    private final UpdateQueue updates;
    private final Map<Long, TelegramPerson> people = new ConcurrentHashMap<>();
    private final Map<Long, Integer> floods = new ConcurrentHashMap<>();
    private final Map<Long, Long> moved = new ConcurrentHashMap<>();
    private final Set<String> openPresses = ConcurrentHashMap.newKeySet();
    private final Set<String> answeredPresses = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger(100);
    private final TelegramRates rates = new TelegramRates(System::nanoTime);
    private volatile @Nullable Consumer<JsonNode> reader;

    TelegramChats(UpdateQueue updates) {
        this.updates = updates;
    }

    TelegramPerson person(long id) {
        return people.computeIfAbsent(id, key -> new TelegramPerson(id, this));
    }

    /** The next message to the chat is answered with 429 and this many seconds. */
    void flood(long chat, int retryAfter) {
        floods.put(chat, retryAfter);
    }

    /** For very many messages: what is sent goes to {@code reader} instead of being kept. */
    void handOver(Consumer<JsonNode> reader) {
        this.reader = reader;
    }

    /** How many messages were refused because they came too fast. */
    int tooFast() {
        return rates.refused();
    }

    /** A group became a supergroup of another id. */
    void move(long chat, long to) {
        moved.put(chat, to);
    }

    boolean isPressAnswered(String id) {
        return answeredPresses.contains(id);
    }

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    int add(String kind, ObjectNode content) {
        return updates.add(JSON.createObjectNode().set(kind, content));
    }

    void openPress(String id) {
        openPresses.add(id);
    }

    JsonNode answerPress(JsonNode call) {
        String id = call.path("callback_query_id").asString();
        if (!openPresses.remove(id)) {
            throw new Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        if (call.path("text").asString("").length() > 200) {
            throw new Refusal(400, "Bad Request: MESSAGE_TOO_LONG");
        }
        answeredPresses.add(id);
        return JSON.getNodeFactory().booleanNode(true);
    }

    JsonNode send(JsonNode call) {
        long chat = Long.parseLong(call.path("chat_id").asString());
        Integer flood = floods.remove(chat);
        if (flood != null) {
            throw new Refusal(429, "Too Many Requests: retry after " + flood).with("retry_after", flood);
        }
        int wait = rates.use(chat);
        if (wait > 0) {
            throw new Refusal(429, "Too Many Requests: retry after " + wait).with("retry_after", wait);
        }
        if (moved.containsKey(chat)) {
            throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat")
                    .with("migrate_to_chat_id", moved.get(chat));
        }
        TelegramPerson person = people.get(chat);
        if (person == null || !person.hasWritten()) {
            throw new Refusal(400, "Bad Request: chat not found");
        }
        if (person.hasBlocked()) {
            throw new Refusal(403, "Forbidden: bot was blocked by the user");
        }
        BotMessage message = read(call, person);
        checkButtons(call.path("reply_markup"));
        Consumer<JsonNode> reading = reader;
        if (reading == null) {
            person.receive(message, call.path("reply_markup"));
        } else {
            reading.accept(call);
        }
        return JSON.createObjectNode()
                .put("message_id", message.number())
                .put("date", Instant.now().getEpochSecond())
                .put("text", message.text())
                .set("chat", JSON.createObjectNode().put("id", chat).put("type", "private"));
    }

    private BotMessage read(JsonNode call, TelegramPerson person) {
        EntityParser.Parsed parsed = new EntityParser.Parsed(call.path("text").asString(), List.of());
        if (call.path("parse_mode").asString("").equalsIgnoreCase("HTML")) {
            try {
                parsed = EntityParser.parse(parsed.text());
            } catch (IllegalArgumentException e) {
                throw new Refusal(400, "Bad Request: can't parse entities: " + e.getMessage());
            }
        }
        if (parsed.text().isBlank()) {
            throw new Refusal(400, "Bad Request: message text is empty");
        }
        if (parsed.text().length() > 4096) {
            throw new Refusal(400, "Bad Request: message is too long");
        }
        JsonNode preview = call.path("link_preview_options");
        boolean none = preview.path("is_disabled").asBoolean(false) || !preview.has("url");
        return new BotMessage(
                nextNumber(),
                parsed.text(),
                parsed.entities(),
                labels(call.path("reply_markup")),
                replyTo(call.path("reply_parameters"), person),
                none ? null : preview.path("url").asString());
    }

    private static Integer replyTo(JsonNode reply, TelegramPerson person) {
        if (!reply.has("message_id") || person.knows(reply.path("message_id").asInt())) {
            return reply.has("message_id") ? reply.path("message_id").asInt() : null;
        }
        if (!reply.path("allow_sending_without_reply").asBoolean(false)) {
            throw new Refusal(400, "Bad Request: message to be replied not found");
        }
        return null;
    }

    private static List<List<String>> labels(JsonNode markup) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : markup.path("inline_keyboard")) {
            List<String> labels = new ArrayList<>();
            row.forEach(button -> labels.add(button.path("text").asString()));
            rows.add(labels);
        }
        return rows;
    }

    private static void checkButtons(JsonNode markup) {
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                int bytes = button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
                }
            }
        }
    }
}
