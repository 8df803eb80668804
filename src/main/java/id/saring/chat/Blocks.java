package id.saring.chat;

import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.KeyChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is not answered, by pseudonym: for a person, or for a whole group by its chat's. In force at once here and within
 * a second in other replicas. Writing joins the caller's transaction.
 */
public final class Blocks {
    private final Database database;
    private final StandingNews news;
    private final Clock clock;
    private volatile Map<Pseudonym, Block> known;

    public Blocks(Database database, StandingNews news, Clock clock) {
        this.database = database;
        this.news = news;
        this.clock = clock;
        this.known = read();
        news.hear(heard -> known = read());
    }

    /** The block that keeps a message of {@code person} in {@code chat} from being answered; from memory. */
    public Optional<Block> between(Pseudonym person, Pseudonym chat) {
        Map<Pseudonym, Block> blocks = known;
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Stream.of(person, chat)
                .map(blocks::get)
                .filter(Objects::nonNull)
                .filter(block -> block.inForce(now))
                .findFirst();
    }

    /** Those in force, latest first. */
    public List<Block> all() {
        return database.read()
                .sql("SELECT * FROM block WHERE ends_at IS NULL OR ends_at > ? ORDER BY since DESC, person")
                .param(clock.millis())
                .query((row, number) -> block(row))
                .list();
    }

    public Optional<Block> find(Pseudonym person) {
        return all().stream().filter(block -> block.person().equals(person)).findFirst();
    }

    /** Puts it in force, in the place of an earlier one; the person will be told. */
    public void put(Block block) {
        Instant ends = block.ends();
        database.write()
                .sql("""
                        INSERT INTO block (person, cause, note, since, ends_at, staff, told) VALUES (?, ?, ?, ?, ?, ?, 0)
                        ON CONFLICT (person) DO UPDATE SET cause = excluded.cause, note = excluded.note,
                            since = excluded.since, ends_at = excluded.ends_at, staff = excluded.staff, told = 0""")
                .param(block.person().value())
                .param(block.cause().name())
                .param(block.note())
                .param(block.since().toEpochMilli())
                .param(ends == null ? null : ends.toEpochMilli())
                .param(block.by())
                .update();
        changed();
    }

    /** Returns false if there was none. */
    public boolean lift(Pseudonym person) {
        boolean lifted =
                database.write().sql("DELETE FROM block WHERE person = ?").param(person.value()).update() > 0;
        changed();
        return lifted;
    }

    /** They have been told. */
    public void told(Pseudonym person) {
        database.write().sql("UPDATE block SET told = 1 WHERE person = ?").param(person.value()).update();
        changed();
    }

    /** The person goes by another pseudonym, and is kept out under that. */
    void move(Pseudonym from, Pseudonym to) {
        new KeyChange(database, from.value(), to.value()).in("block", "person");
        changed();
    }

    /** Forgets all that is known of the person but that they are blocked. */
    public void forgetNote(Pseudonym person) {
        database.write().sql("UPDATE block SET note = '' WHERE person = ?").param(person.value()).update();
    }

    /** Forgets those that are over. */
    void cleanUp() {
        database.write().sql("DELETE FROM block WHERE ends_at <= ?").param(clock.millis()).update();
    }

    private void changed() {
        news.tell("blocks");
    }

    private Map<Pseudonym, Block> read() {
        return all().stream().collect(Collectors.toUnmodifiableMap(Block::person, Function.identity()));
    }

    private static Block block(ResultSet row) throws SQLException {
        long ends = row.getLong("ends_at"); // 0 if null
        return new Block(
                new Pseudonym(row.getString("person")),
                Block.Cause.valueOf(row.getString("cause")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("since")),
                ends == 0 ? null : Instant.ofEpochMilli(ends),
                row.getString("staff"),
                row.getLong("told") == 1);
    }
}
