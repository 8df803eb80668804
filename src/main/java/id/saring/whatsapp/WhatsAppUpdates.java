package id.saring.whatsapp;

import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Content.Forwarding;
import id.saring.chat.IncomingMessage;
import id.saring.chat.Receipt;
import id.saring.core.Channel;
import id.saring.core.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns what WhatsApp tells into messages from people and receipts of ours; all else, such as reactions, is left out.
 */
final class WhatsAppUpdates {
    /** Kinds of messages in which nobody asks anything. */
    private static final Set<String> NO_QUESTION = Set.of("reaction", "system", "request_welcome");

    private final Set<String> numbers;
    private final Pseudonyms pseudonyms;
    private final SendFailures failures;
    private final Clock clock;
    private final Moves moves;

    /** @param unreadable how many parts could not be read and were left out */
    record Batch(List<IncomingMessage> messages, List<Receipt> receipts, int unreadable) {}

    /** @param numbers the ids of our numbers; what is for others is left out */
    WhatsAppUpdates(Set<String> numbers, Pseudonyms pseudonyms, SendFailures failures, Clock clock) {
        this.numbers = Set.copyOf(numbers);
        this.pseudonyms = pseudonyms;
        this.failures = failures;
        this.clock = clock;
        this.moves = new Moves(pseudonyms);
    }

    /** Maps all there is in a webhook, in the order in which people wrote it. */
    Batch map(JsonNode webhook) {
        Reading reading = new Reading();
        if (!webhook.path("object").asString("").equals("whatsapp_business_account")) {
            reading.unreadable++;
        }
        for (JsonNode entry : webhook.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                String number = Json.text(value.path("metadata"), "phone_number_id").orElse("");
                if (numbers.contains(number)) {
                    switch (change.path("field").asString("")) {
                        case "messages" -> reading.read(value, number);
                        case "user_id_update" -> reading.readMoves(value);
                        default -> {}
                    }
                }
            }
        }
        // Within one webhook a person's messages may be in any order; over several they keep the order they came in.
        reading.messages.sort(Comparator.comparing(IncomingMessage::sentAt));
        return new Batch(List.copyOf(reading.messages), List.copyOf(reading.receipts), reading.unreadable);
    }

    /** One webhook while it is read. */
    private final class Reading {
        private final List<IncomingMessage> messages = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private int unreadable;

        void read(JsonNode value, String number) {
            Map<String, String> userIds = new HashMap<>();
            for (JsonNode contact : value.path("contacts")) {
                Json.text(contact, "wa_id").ifPresent(phone ->
                        Json.text(contact, "user_id").ifPresent(user -> userIds.put(phone, user)));
            }
            for (JsonNode message : value.path("messages")) {
                try {
                    message(message, number, userIds).ifPresent(messages::add);
                    messages.addAll(moves.inSystemMessage(message, number, time(message)));
                } catch (RuntimeException e) {
                    unreadable++;
                }
            }
            // What is wrong with our account as a whole: told without a time, so it is as old as what came with it.
            Optional<Instant> told = latest(value);
            for (JsonNode node : value.path("errors")) {
                GraphError error = GraphError.of(node, 0);
                ChatAddress nobody = new WhatsAppAddress(number, "?").chat();
                told.ifPresentOrElse(at -> failures.of(error, nobody, at), () -> failures.undated(error, nobody));
            }
            for (JsonNode status : value.path("statuses")) {
                try {
                    receipt(status, number).ifPresent(receipts::add);
                } catch (RuntimeException e) {
                    unreadable++;
                }
            }
        }

        void readMoves(JsonNode value) {
            for (JsonNode update : value.path("user_id_update")) {
                try {
                    messages.addAll(moves.inUpdate(update, numbers, time(update)));
                } catch (RuntimeException e) {
                    unreadable++;
                }
            }
        }
    }

    private Optional<IncomingMessage> message(JsonNode message, String number, Map<String, String> userIds) {
        String type = Json.text(message, "type").orElseThrow();
        if (NO_QUESTION.contains(type) || message.has("group_id")) {
            return Optional.empty();
        }
        String phone = Json.text(message, "from").orElse("");
        String person = Json.text(message, "from_user_id")
                .or(() -> Optional.ofNullable(userIds.get(phone)))
                .orElse(phone);
        WhatsAppAddress address = new WhatsAppAddress(number, person);
        return Optional.of(new IncomingMessage(
                Json.text(message, "id").orElseThrow(),
                address.chat(),
                pseudonyms.of(Channel.WHATSAPP, address.chat().chat()),
                null,
                time(message),
                false,
                content(type, message)).stamped(stamp(message)));
    }

    private static Content content(String type, JsonNode message) {
        JsonNode body = message.path(type);
        return switch (type) {
            case "text" -> Json.text(body, "body").map(text -> text(text, message)).orElseThrow();
            case "interactive" -> interactive(body);
            case "button" -> button(body, message);
            case "unsupported" -> new Content.Unsupported(Json.text(body, "type").orElse(type));
            default -> Json.text(body, "caption")
                    .map(caption -> text(caption, message))
                    .orElseGet(() -> new Content.Unsupported(
                            body.path("voice").asBoolean(false) ? "voice" : type));
        };
    }

    private static Content text(String text, JsonNode message) {
        JsonNode context = message.path("context");
        Forwarding forwarding = context.path("frequently_forwarded").asBoolean(false)
                ? Forwarding.FREQUENTLY_FORWARDED
                : context.path("forwarded").asBoolean(false) ? Forwarding.FORWARDED : Forwarding.NONE;
        return new Content.Text(text, forwarding, false);
    }

    /** A press of one of our buttons, or a choice from one of our lists. */
    private static Content interactive(JsonNode body) {
        JsonNode chosen = body.path(body.path("type").asString(""));
        return Json.text(chosen, "id")
                .<Content>map(id -> new Content.Press(id, Json.text(chosen, "title").orElse(null)))
                .orElseGet(() -> new Content.Unsupported("interactive"));
    }

    /** A button of a template. One without data of its own carries its label, which is as if it were typed. */
    private static Content button(JsonNode body, JsonNode message) {
        String label = Json.text(body, "text").orElse("");
        String data = Json.text(body, "payload").orElse(label);
        return data.equals(label) ? text(label, message) : new Content.Press(data, label);
    }

    private Optional<Receipt> receipt(JsonNode status, String number) {
        String id = Json.text(status, "id").orElseThrow();
        Optional<Receipt.News> news =
                switch (Json.text(status, "status").orElseThrow()) {
                    case "delivered" -> Optional.of(new Receipt.Delivered());
                    case "read", "played" -> Optional.of(new Receipt.Read());
                    case "failed" -> Optional.of(failed(status, number));
                    default -> Optional.empty(); // "sent" says no more than the answer to our call did
                };
        return news.map(what -> new Receipt(Channel.WHATSAPP, id, what, time(status)));
    }

    private Receipt.News failed(JsonNode status, String number) {
        GraphError error = GraphError.of(status.path("errors").path(0), 0);
        String person = Json.text(status, "recipient_user_id")
                .or(() -> Json.text(status, "recipient_id"))
                .orElse("?");
        ChatAddress to = new WhatsAppAddress(number, person).chat();
        return new Receipt.Failed(failures.of(error, to, time(status)), to);
    }

    /** The latest time anything in it bears; empty if nothing bears one. */
    private Optional<Instant> latest(JsonNode value) {
        return Stream.of("errors", "messages", "statuses")
                .flatMap(kind -> value.path(kind).valueStream())
                .filter(node -> node.path("timestamp").asLong(0) > 0)
                .map(this::time)
                .max(Comparator.naturalOrder());
    }

    /** Seconds since 1970, as a string; now if there is none, or if their clock is ahead of ours. */
    private Instant time(JsonNode node) {
        Instant now = clock.instant();
        Instant told = stamp(node);
        return told == null || told.isAfter(now) ? now : told;
    }

    private static @Nullable Instant stamp(JsonNode node) {
        JsonNode seconds = node.path("timestamp");
        return seconds.isMissingNode() ? null : Instant.ofEpochSecond(seconds.asLong());
    }
}
