package id.saring.chat;

import id.saring.core.Language;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether Saring is being worked on, and what people are told of it. In force at once here and within a second in other
 * replicas. Writing joins the caller's transaction.
 */
public final class Maintenance {
    /** Messages that wait are looked at again after this, unless the end is told. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    public static final int LONGEST = 500;

    /** What people meet with meanwhile. */
    public enum Mode {
        /** The public pages say so; chats are answered as always. */
        ANNOUNCEMENT,
        /** Messages are stored, and answered when it is over; who writes is told so once. */
        PAUSE
    }

    /**
     * @param indonesian what to say; empty for the words of Saring
     * @param english    the same
     * @param ends       over from then on by itself; null until somebody ends it
     */
    public record Notice(Mode mode, String indonesian, String english, Instant since, @Nullable Instant ends) {
        public Notice {
            if (indonesian.length() > LONGEST || english.length() > LONGEST) {
                throw new IllegalArgumentException("A notice has at most " + LONGEST + " characters");
            }
        }

        /** Empty for the words of Saring. */
        public String in(Language language) {
            return language == Language.ID ? indonesian : english;
        }

        /** What is recorded of it when it begins or ends. */
        public Map<String, ?> facts() {
            return Map.of("mode", mode, "indonesian", indonesian, "english", english,
                    "ends", ends == null ? "" : ends.toString());
        }
    }

    private final Database database;
    private final StandingNews news;
    private final Clock clock;
    private final Runnable resuming;
    private volatile @Nullable Notice known;
    private boolean wasPaused;

    /** @param resuming is run, perhaps more than once, when messages are answered again */
    public Maintenance(Database database, StandingNews news, Clock clock, Runnable resuming) {
        this.database = database;
        this.news = news;
        this.clock = clock;
        this.resuming = resuming;
        this.known = read();
        this.wasPaused = paused();
        news.hear(heard -> refresh());
    }

    /** What is in force; from memory. */
    public Optional<Notice> now() {
        return Optional.ofNullable(known)
                .filter(notice -> notice.ends() == null || clock.instant().isBefore(notice.ends()));
    }

    /** Whether messages wait. */
    public boolean paused() {
        return now().filter(notice -> notice.mode() == Mode.PAUSE).isPresent();
    }

    /** Puts it in force, in the place of an earlier one. */
    public void begin(Notice notice) {
        Instant ends = notice.ends();
        database.write()
                .sql("""
                        INSERT INTO maintenance (one, mode, text_id, text_en, since, ends_at) VALUES (1, ?, ?, ?, ?, ?)
                        ON CONFLICT (one) DO UPDATE SET mode = excluded.mode, text_id = excluded.text_id,
                            text_en = excluded.text_en, since = excluded.since, ends_at = excluded.ends_at""")
                .param(notice.mode().name())
                .param(notice.indonesian())
                .param(notice.english())
                .param(notice.since().toEpochMilli())
                .param(ends == null ? null : ends.toEpochMilli())
                .update();
        news.tell("maintenance");
    }

    /** Returns false if there was none. */
    public boolean end() {
        boolean ended = database.write().sql("DELETE FROM maintenance").update() > 0;
        news.tell("maintenance");
        return ended;
    }

    private synchronized void refresh() {
        known = read();
        boolean paused = paused();
        if (wasPaused && !paused) {
            resuming.run();
        }
        wasPaused = paused;
    }

    private @Nullable Notice read() {
        return database.read()
                .sql("SELECT * FROM maintenance")
                .query((row, number) -> {
                    long ends = row.getLong("ends_at"); // 0 if null
                    return new Notice(
                            Mode.valueOf(row.getString("mode")),
                            row.getString("text_id"),
                            row.getString("text_en"),
                            Instant.ofEpochMilli(row.getLong("since")),
                            ends == 0 ? null : Instant.ofEpochMilli(ends));
                })
                .optional()
                .orElse(null);
    }
}
