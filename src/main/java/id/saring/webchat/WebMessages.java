package id.saring.webchat;

import id.saring.core.Pseudonym;
import id.saring.core.Sealer;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The store of what browsers show: each chat's latest messages, numbered in their order, sealed. */
final class WebMessages {
    /** A message and its place in its chat. */
    record Numbered(long seq, Instant at, WebMessage message) {}

    private final Database database;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;
    private final int keep;

    WebMessages(Database database, Sealer sealer, JsonMapper json, Clock clock, int keep) {
        this.database = database;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
        this.keep = keep;
    }

    /** Appends the message unless the chat has one of this id; drops the chat's oldest beyond what is kept. */
    boolean append(Pseudonym chat, String id, WebMessage message) {
        return database.transact(() -> {
            long now = clock.millis();
            int added = database.write()
                    .sql("""
                            INSERT INTO web_message (chat, seq, message_id, body, created_at)
                            VALUES (:chat, :seq, :id, :body, :now) ON CONFLICT (chat, message_id) DO NOTHING""")
                    .param("chat", chat.value())
                    .param("seq", nextSeq(chat, now))
                    .param("id", id)
                    .param("body", sealer.seal(json.writeValueAsBytes(message)))
                    .param("now", now)
                    .update();
            dropOldest(chat);
            return added == 1;
        });
    }

    /** The chat's messages after {@code seq}, in their order. */
    List<Numbered> after(Pseudonym chat, long seq) {
        return database.read()
                .sql("SELECT seq, created_at, body FROM web_message WHERE chat = :chat AND seq > :seq ORDER BY seq")
                .param("chat", chat.value())
                .param("seq", seq)
                .query((row, n) -> new Numbered(
                        row.getLong("seq"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        json.readValue(sealer.open(row.getBytes("body")), WebMessage.class)))
                .list();
    }

    void erase(Pseudonym chat) {
        database.transact(() -> {
            for (String table : List.of("web_message", "web_chat")) {
                database.write()
                        .sql("DELETE FROM " + table + " WHERE chat = :chat")
                        .param("chat", chat.value())
                        .update();
            }
        });
    }

    /** Deletes messages written before {@code limit}, and chats that have none left. */
    int eraseBefore(Instant limit) {
        return database.transact(() -> {
            int gone = database.write()
                    .sql("DELETE FROM web_message WHERE created_at < :limit")
                    .param("limit", limit.toEpochMilli())
                    .update();
            database.write()
                    .sql("""
                            DELETE FROM web_chat WHERE last_seq < :limit
                            AND NOT EXISTS (SELECT 1 FROM web_message m WHERE m.chat = web_chat.chat)""")
                    .param("limit", limit.toEpochMilli())
                    .update();
            return gone;
        });
    }

    /** The row is locked until the commit, so messages of one chat are numbered in the order they become visible. */
    private long nextSeq(Pseudonym chat, long now) {
        return database.write()
                .sql("""
                        INSERT INTO web_chat (chat, last_seq) VALUES (:chat, :now) ON CONFLICT (chat) DO UPDATE
                        SET last_seq = CASE WHEN web_chat.last_seq < excluded.last_seq
                                            THEN excluded.last_seq ELSE web_chat.last_seq + 1 END
                        RETURNING last_seq""")
                .param("chat", chat.value())
                .param("now", now)
                .query(Long.class)
                .single();
    }

    private void dropOldest(Pseudonym chat) {
        database.write()
                .sql("""
                        DELETE FROM web_message WHERE chat = :chat AND seq <=
                        (SELECT seq FROM web_message WHERE chat = :chat ORDER BY seq DESC LIMIT 1 OFFSET :keep)""")
                .param("chat", chat.value())
                .param("keep", keep)
                .update();
    }
}
