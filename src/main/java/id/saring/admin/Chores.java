package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.StandingNews;
import id.saring.conversation.Retention;
import id.saring.match.ClaimMatcher;
import id.saring.reply.Replies;
import id.saring.reply.ResponsesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What Saring does by itself at its own time, done now because an admin says so. */
final class Chores {
    static final String INDEX = "re-indexing";
    static final String RETENTION = "retention";
    static final String BACKUP = "backup";

    private static final String REINDEX = "reindex";

    /** What is set going. */
    record Parts(ClaimMatcher matcher, Retention retention, Replies replies, Backups backups) {}

    private final Parts parts;
    private final Errands errands;
    private final StandingNews news;
    private final Acts acts;

    Chores(Parts parts, Errands errands, StandingNews news, Acts acts) {
        this.parts = parts;
        this.errands = errands;
        this.news = news;
        this.acts = acts;
        news.hear(heard -> {
            if (heard.contains(REINDEX)) {
                errands.start(INDEX, parts.matcher()::rebuildIndex);
            }
        });
    }

    /** Has every replica make its index anew; the old ones answer meanwhile. */
    void index(Actor actor) {
        acts.record(actor, "index.rebuild", "index");
        news.tell(REINDEX);
    }

    /** Returns false if it is under way. */
    boolean retain(Actor actor) {
        return errands.startAndWait(RETENTION, () -> {
            Retention.Report report = parts.retention().run();
            acts.record(actor, "retention.run", RETENTION, Map.of(), Map.of(
                    "messageTexts", report.messageTexts(),
                    "lookups", report.lookups(),
                    "cases", report.cases(),
                    "people", report.people(),
                    "addresses", report.addresses()));
        });
    }

    /** Returns false if one is under way. */
    boolean backUp(Actor actor) {
        return errands.startAndWait(BACKUP, () -> {
            try {
                Backups.Kept made = parts.backups().write();
                acts.record(actor, "backup.write", "backup:" + made.name(), Map.of(), Map.of("bytes", made.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** @throws ResponsesException if a text is wrong; those from before stay in use */
    void reload(Actor actor) {
        try {
            parts.replies().reload();
            acts.record(actor, "responses.reload", "responses");
        } catch (ResponsesException e) {
            acts.record(actor, "responses.refuse", "responses", Map.of(), Map.of("file", e.file(), "line", e.line()));
            throw e;
        }
    }
}
