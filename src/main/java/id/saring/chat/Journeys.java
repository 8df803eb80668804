package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.queue.PastWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up what became of messages, by the keys they have in the inbox, for as long as that is remembered. */
public final class Journeys {
    /** An incoming message is answered with one message at most. */
    private static final String ANSWER = "#0";

    private final Database database;
    private final ChatQueues queues;

    Journeys(Database database, ChatQueues queues) {
        this.database = database;
        this.queues = queues;
    }

    public Journey of(String messageKey) {
        PastWork.Piece incoming = new PastWork(database, queues.inbox().name()).of(List.of(messageKey)).get(messageKey);
        Journey.Sending sending = sendings(List.of(messageKey)).getOrDefault(messageKey, Journey.Sending.NONE);
        return incoming == null
                ? new Journey(null, null, null, 0, sending)
                : new Journey(
                        new Pseudonym(incoming.orderKey()), incoming.added(), incoming.ended(), incoming.attempts(),
                        sending);
    }

    /** What became of the answers to these messages, without those of which nothing is known; some hundred at most. */
    public Map<String, Journey.Sending> sendings(Collection<String> messageKeys) {
        Map<String, Journey.Sending> sendings = new HashMap<>();
        if (messageKeys.isEmpty()) {
            return sendings;
        }
        List<String> answers = messageKeys.stream().map(key -> key + ANSWER).toList();
        database.read()
                .sql("SELECT message_key, status, at, report, reported_at FROM delivery WHERE message_key IN (:keys)")
                .param("keys", answers)
                .query((ResultSet row) -> {
                    sendings.put(messageKey(row.getString("message_key")), sending(row));
                });
        for (Channel channel : Channel.values()) {
            String prefix = channel.name().toLowerCase(Locale.ROOT) + ":";
            List<String> unsent = messageKeys.stream()
                    .filter(key -> key.startsWith(prefix) && !sendings.containsKey(key))
                    .map(key -> key + ANSWER)
                    .toList();
            new PastWork(database, queues.outbox(channel).name()).of(unsent).forEach((key, piece) ->
                    sendings.put(messageKey(key), new Journey.Sending(unsent(piece.state()), null, null)));
        }
        return sendings;
    }

    private static String messageKey(String answer) {
        return answer.substring(0, answer.length() - ANSWER.length());
    }

    private static DeliveryState unsent(PastWork.State state) {
        return switch (state) {
            case WAITING -> DeliveryState.WAITING;
            case DEAD -> DeliveryState.GIVEN_UP;
            // Dropped unsent, because the person could not be written to.
            case DONE -> DeliveryState.UNREACHABLE;
        };
    }

    private static Journey.Sending sending(ResultSet row) throws SQLException {
        @Nullable String report = row.getString("report");
        long reported = row.getLong("reported_at");
        Instant reportedAt = row.wasNull() ? null : Instant.ofEpochMilli(reported);
        DeliveryState state = DeliveryState.valueOf(report == null ? row.getString("status") : report);
        return new Journey.Sending(state, Instant.ofEpochMilli(row.getLong("at")), reportedAt);
    }
}
