package id.saring.conversation;

import id.saring.audit.Lookups;
import id.saring.chat.Addresses;
import id.saring.chat.ChatMemory;
import id.saring.chat.IncomingMessage;
import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Questions;
import id.saring.submission.Tellings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Erases a person: at once all they said and were told; soon after, what sending left behind; and when the reply that
 * says so has long arrived, the last sign that there was such a chat.
 */
final class Eraser {
    /** A platform may tell late what became of the last message, and by then must be able to. */
    private static final Duration LAST_WORD = Duration.ofMinutes(10);

    private record Erasure(Channel channel, Pseudonym chat, Instant at, boolean emptied) {}

    /** Everything that remembers people. */
    record Stores(Lookups lookups, Questions questions, Cases cases, Contacts contacts, Tellings tellings,
            People people) {}

    private final Database database;
    private final Stores stores;
    private final ErasedWords words;
    private final ChatMemory chats;
    private final Addresses addresses;
    private final Clock clock;
    private volatile boolean scrubbed;

    Eraser(Database database, Stores stores, ErasedWords words, ChatMemory chats, Addresses addresses, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.words = words;
        this.chats = chats;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Erases the person who wrote the message, and unless it is a group the chat; within the caller's transaction. */
    void erase(IncomingMessage message) {
        Pseudonym asker = message.asker();
        stores.lookups().forget(asker);
        words.add(stores.cases().forget(asker, stores.questions().of(asker)));
        stores.questions().forget(asker);
        stores.people().forget(asker);
        chats.forgetNotes(asker);
        if (!message.group()) {
            Pseudonym chat = addresses.keyOf(message.chat());
            stores.contacts().forget(chat);
            stores.tellings().forget(chat);
            chats.before(chat).forEach(earlier -> empty(message.chat().channel(), earlier));
            empty(message.chat().channel(), chat);
        }
        database.afterCommit(() -> scrubbed = false);
    }

    private void empty(Channel channel, Pseudonym chat) {
        chats.forgetWaiting(channel, chat);
        database.write()
                .sql("""
                        INSERT INTO erasure (chat, channel, at, emptied) VALUES (?, ?, ?, 0)
                        ON CONFLICT (chat) DO UPDATE SET at = excluded.at, emptied = 0""")
                .params(chat.value(), channel.name(), clock.millis())
                .update();
    }

    /** Goes on with what was begun; done again, it finds nothing left to do. */
    void goOn() {
        for (Erasure erasure : pending()) {
            if (!erasure.emptied()) {
                database.transact(() -> {
                    chats.forgetDone(erasure.channel(), erasure.chat());
                    database.write().sql("UPDATE erasure SET emptied = 1 WHERE chat = ?")
                            .param(erasure.chat().value()).update();
                });
                scrubbed = false;
            } else if (erasure.at().plus(LAST_WORD).isBefore(clock.instant())
                    && !chats.isBusy(erasure.channel(), erasure.chat())) {
                database.transact(() -> {
                    chats.forgetTraces(erasure.channel(), erasure.chat(), erasure.at());
                    database.write().sql("DELETE FROM erasure WHERE chat = ?").param(erasure.chat().value()).update();
                });
                scrubbed = false;
            }
        }
        if (words.takeOut()) {
            scrubbed = false;
        }
        if (!scrubbed) {
            scrubbed = database.scrub();
        }
    }

    private List<Erasure> pending() {
        return database.read()
                .sql("SELECT channel, chat, at, emptied FROM erasure ORDER BY at")
                .query((row, number) -> new Erasure(
                        Channel.valueOf(row.getString("channel")),
                        new Pseudonym(row.getString("chat")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getLong("emptied") == 1))
                .list();
    }
}
