package id.saring.whatsapp;

import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.core.Channel;
import id.saring.core.Pseudonyms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads that a person goes by another id from now on: they changed their phone number, and with it WhatsApp gave them a
 * new user id. Only what WhatsApp says in fields of their own counts; its sentences hold a name the person chose.
 */
final class Moves {
    private final Pseudonyms pseudonyms;

    Moves(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What an entry of a webhook on user ids says; a user id is the same for all our numbers. */
    List<IncomingMessage> inUpdate(JsonNode update, Collection<String> numbers, Instant at) {
        String before = Json.text(update.path("user_id"), "previous").orElseThrow();
        String now = Json.text(update.path("user_id"), "current").orElseThrow();
        List<IncomingMessage> moves = new ArrayList<>();
        for (String number : numbers) {
            move(number, before, now, "moved:" + number + ":" + before + ":" + now, at).ifPresent(moves::add);
        }
        return moves;
    }

    /** What a message of the kind "system" says of a move; the person may be known by their old user id or number. */
    List<IncomingMessage> inSystemMessage(JsonNode message, String number, Instant at) {
        JsonNode system = message.path("system");
        Optional<String> now =
                switch (Json.text(system, "type").orElse("")) {
                    case "user_changed_number" -> Json.text(system, "user_id").or(() -> Json.text(system, "wa_id"));
                    case "user_changed_user_id" -> Json.text(system, "user_id");
                    default -> Optional.empty();
                };
        if (now.isEmpty()) {
            return List.of();
        }
        String id = Json.text(message, "id").orElseThrow();
        List<String> before = Stream.of("from_user_id", "from").flatMap(name -> Json.text(message, name).stream())
                .toList();
        List<IncomingMessage> moves = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            move(number, before.get(i), now.get(), id + ":" + i, at).ifPresent(moves::add);
        }
        return moves;
    }

    private Optional<IncomingMessage> move(String number, String before, String now, String id, Instant at) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        WhatsAppAddress from = new WhatsAppAddress(number, before);
        WhatsAppAddress to = new WhatsAppAddress(number, now);
        return Optional.of(new IncomingMessage(
                id,
                from.chat(),
                pseudonyms.of(Channel.WHATSAPP, from.chat().chat()),
                null,
                at,
                false,
                new Content.Moved(to.chat())));
    }
}
