package id.saring.conversation;

import id.saring.chat.Reach;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.submission.Contacts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds those among the chats for which news is held that can be written to by now though they have not written: a
 * template may have been set since. The others wait on.
 */
final class SecondLook {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLook.class);
    private static final int LOOK = 500;

    private final Database database;
    private final Contacts contacts;
    private final Reach reach;

    SecondLook(Database database, Contacts contacts, Reach reach) {
        this.database = database;
        this.contacts = contacts;
        this.reach = reach;
    }

    /**
     * Looks at all of them, each in a transaction of its own.
     *
     * @param held     chats with keys above the one given, by their keys, as many as asked for at most
     * @param writable what is to be done for a chat that can be written to
     */
    void at(BiFunction<String, Integer, List<Pseudonym>> held, Consumer<Pseudonym> writable) {
        String last = "";
        List<Pseudonym> some;
        do {
            some = held.apply(last, LOOK);
            for (Pseudonym chat : some) {
                last = chat.value();
                at(chat, writable);
            }
        } while (some.size() == LOOK);
    }

    private void at(Pseudonym chat, Consumer<Pseudonym> writable) {
        try {
            database.transact(() -> {
                if (contacts.find(chat).filter(contact -> reach.canBeWrittenTo(contact.address())).isPresent()) {
                    writable.accept(chat);
                }
            });
        } catch (RuntimeException e) {
            // One chat must not stand before all others; it is told when it writes.
            LOG.warn("Whether a chat can be written to by now could not be seen: {}", e.getClass().getSimpleName());
        }
    }
}
