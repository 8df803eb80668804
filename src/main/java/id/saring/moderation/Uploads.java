package id.saring.moderation;

import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.moderation.Upload.Phase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files sent for import. They lie in the store, so that any replica can go on with one, until they are imported or
 * dropped.
 */
final class Uploads {
    /** Bytes of one part; a file is never in memory as a whole. */
    private static final int PART = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Clock clock;

    Uploads(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a file, to be checked. */
    Upload add(String name, String author, Language language, InputStream bytes) {
        return database.transact(() -> {
            long now = clock.millis();
            Upload upload = database.write()
                    .sql("""
                            INSERT INTO upload (name, author, language, phase, rows_read, created_at, beat_at)
                            VALUES (?, ?, ?, 'CHECKING', 0, ?, ?) RETURNING *""")
                    .params(name, author, language.code(), now, now)
                    .query(Uploads::read)
                    .single();
            try {
                int part = 0;
                byte[] block = bytes.readNBytes(PART);
                while (block.length > 0) {
                    database.write()
                            .sql("INSERT INTO upload_part (upload_id, part, bytes) VALUES (?, ?, ?)")
                            .params(upload.id(), part++, block)
                            .update();
                    block = bytes.readNBytes(PART);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return upload;
        });
    }

    Optional<Upload> find(long id) {
        return database.read().sql("SELECT * FROM upload WHERE id = ?").param(id).query(Uploads::read).optional();
    }

    /** The latest, newest first. */
    List<Upload> latest(int limit) {
        return database.read().sql("SELECT * FROM upload ORDER BY id DESC LIMIT ?").param(limit)
                .query(Uploads::read).list();
    }

    /** The file's bytes; a part is read when it is come to. */
    InputStream open(long id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int part;
            private byte @Nullable [] next = part(id, 0);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                InputStream block = new ByteArrayInputStream(next);
                next = part(id, ++part);
                return block;
            }
        });
    }

    private byte @Nullable [] part(long id, int part) {
        return database.read()
                .sql("SELECT bytes FROM upload_part WHERE upload_id = ? AND part = ?")
                .params(id, part)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    /**
     * Takes a file from one phase to another; of two who try, one does. One that is being worked on can be taken only
     * if nobody has said so for {@code silence}.
     */
    boolean take(long id, Phase from, Phase to, Duration silence) {
        long now = clock.millis();
        long heard = from == Phase.CHECKING || from == Phase.IMPORTING ? now - silence.toMillis() : now;
        return database.write()
                        .sql("UPDATE upload SET phase = ?, rows_read = 0, beat_at = ? WHERE id = ? AND phase = ? AND beat_at <= ?")
                        .params(to.name(), now, id, from.name(), heard)
                        .update()
                == 1;
    }

    /** Whoever works on it has read so many rows. */
    void beat(long id, long rows) {
        database.write().sql("UPDATE upload SET rows_read = ?, beat_at = ? WHERE id = ?")
                .params(rows, clock.millis(), id).update();
    }

    /** What was found out or done; a file that has come to its end is kept no longer. */
    void finish(long id, Phase phase, UploadOutcome outcome) {
        database.transact(() -> {
            database.write()
                    .sql("UPDATE upload SET phase = ?, rows_read = ?, outcome = ?, beat_at = ? WHERE id = ?")
                    .params(phase.name(), outcome.rows(), JSON.writeValueAsString(outcome), clock.millis(), id)
                    .update();
            if (phase == Phase.DONE || phase == Phase.FAILED) {
                database.write().sql("DELETE FROM upload_part WHERE upload_id = ?").param(id).update();
            }
        });
    }

    /**
     * Drops a file and all that is known of it.
     *
     * @param within is run in the transaction that drops it, if there was one
     */
    void drop(long id, Runnable within) {
        database.transact(() -> {
            database.write().sql("DELETE FROM upload_part WHERE upload_id = ?").param(id).update();
            if (database.write().sql("DELETE FROM upload WHERE id = ?").param(id).update() > 0) {
                within.run();
            }
        });
    }

    void dropBefore(Instant time) {
        database.read()
                .sql("SELECT id FROM upload WHERE beat_at < ?")
                .param(time.toEpochMilli())
                .query(Long.class)
                .list()
                .forEach(id -> drop(id, () -> {}));
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Upload(
                row.getLong("id"),
                row.getString("name"),
                row.getString("author"),
                Language.of(row.getString("language")).orElseThrow(),
                Phase.valueOf(row.getString("phase")),
                row.getLong("rows_read"),
                outcome == null ? null : JSON.readValue(outcome, UploadOutcome.class),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("beat_at")));
    }
}
