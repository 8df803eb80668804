package id.saring.conversation;

import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.KeyChange;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What people have settled with us: the language they want to be answered in. Writing joins the caller's transaction.
 */
public final class People {
    private final Database database;
    private final Clock clock;

    public People(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The language the person chose; empty if they never did. */
    public Optional<Language> languageOf(Pseudonym person) {
        return database.read()
                .sql("SELECT language FROM person WHERE pseudonym = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .map(Language::valueOf);
    }

    /** The person goes by another pseudonym; what they settled under that counts more. */
    void move(Pseudonym from, Pseudonym to) {
        new KeyChange(database, from.value(), to.value()).in("person", "pseudonym");
    }

    public void forget(Pseudonym person) {
        database.write().sql("DELETE FROM person WHERE pseudonym = ?").param(person.value()).update();
    }

    /** Forgets up to {@code limit} people who settled nothing since {@code time}; says how many. */
    public int eraseBefore(Instant time, int limit) {
        return database.write()
                .sql("""
                        DELETE FROM person WHERE pseudonym IN (SELECT pseudonym FROM person WHERE updated_at < ? LIMIT ?)""")
                .params(time.toEpochMilli(), limit)
                .update();
    }

    public void settleLanguage(Pseudonym person, Language language) {
        database.write()
                .sql("""
                        INSERT INTO person (pseudonym, language, updated_at) VALUES (?, ?, ?)
                        ON CONFLICT (pseudonym) DO UPDATE SET
                            language = excluded.language, updated_at = excluded.updated_at""")
                .params(person.value(), language.name(), clock.millis())
                .update();
    }
}
