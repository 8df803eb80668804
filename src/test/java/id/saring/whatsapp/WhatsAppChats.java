package id.saring.whatsapp;

import static id.saring.whatsapp.WhatsAppServer.JSON;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chats on the stand-in server and its rules for who may be written to, when and how often. */
final class WhatsAppChats {
    /** One message every six seconds to a person, of which so many may be borrowed. */
    private static final int PAIR_BURST = 45;

    private static final Duration PAIR_RATE = Duration.ofSeconds(6);
    private static final int PER_SECOND = 80;
    private static final Duration WINDOW = Duration.ofHours(24);

    /** A refusal by its code. */
    static final class Refusal extends RuntimeException {
        final int status;
        final int code;

        Refusal(int status, int code) {
            this.status = status;
            this.code = code;
        }
    }

    final Clock clock;
    private final Map<String, WhatsAppPerson> people = new ConcurrentHashMap<>();
    private final Map<WhatsAppPerson, Instant> borrowedUntil = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private long second;
    private int inSecond;
    private volatile boolean windowToldLater;
    private volatile boolean unlimited;

    WhatsAppChats(Clock clock) {
        this.clock = clock;
    }

    WhatsAppPerson add(WhatsAppPerson person) {
        person.names().forEach(name -> people.put(name, person));
        return person;
    }

    /** Takes messages outside the window, to let them fail later, as WhatsApp mostly does. */
    void tellWindowLater() {
        windowToldLater = true;
    }

    /** Takes any number of messages, which people then do not keep. */
    void unlimited() {
        unlimited = true;
    }

    /** An id like WhatsApp's, which holds the person's number. */
    String nextId(String person) {
        String raw = person + ":" + ids.incrementAndGet();
        return "wamid." + Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode take(JsonNode post) {
        String to = post.path("to").asString(post.path("recipient").asString(""));
        WhatsAppPerson person = people.get(to);
        if (person == null) {
            throw new Refusal(400, 131026);
        }
        if (!unlimited) {
            checkRate();
            checkPair(person);
        }
        boolean open = person.lastWrote() != null && person.lastWrote().plus(WINDOW).isAfter(clock.instant());
        boolean free = !post.path("type").asString("").equals("template");
        if (free && !open && !windowToldLater) {
            throw new Refusal(400, 131047);
        }
        String id = nextId(to);
        if (!unlimited && (!free || open)) {
            person.receive(WhatsAppMessage.of(id, post));
        }
        ObjectNode answer = JSON.createObjectNode().put("messaging_product", "whatsapp");
        ObjectNode contact = answer.putArray("contacts").addObject().put("input", to);
        if (post.has("to")) {
            contact.put("wa_id", to);
        }
        answer.putArray("messages").addObject().put("id", id).put("message_status", "accepted");
        return answer;
    }

    private synchronized void checkRate() {
        long now = clock.instant().getEpochSecond();
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        if (inSecond > PER_SECOND) {
            throw new Refusal(400, 130429);
        }
    }

    private synchronized void checkPair(WhatsAppPerson person) {
        Instant now = clock.instant();
        Instant until = borrowedUntil.getOrDefault(person, now);
        Instant next = (until.isBefore(now) ? now : until).plus(PAIR_RATE);
        if (next.isAfter(now.plus(PAIR_RATE.multipliedBy(PAIR_BURST)))) {
            throw new Refusal(400, 131056);
        }
        borrowedUntil.put(person, next);
    }
}
