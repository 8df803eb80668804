package id.saring.moderation;

import id.saring.core.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file a moderator sent for import.
 *
 * @param rows    how many of its rows have been read so far
 * @param outcome what the import did, or after checking what it would do; null while nothing is known yet
 * @param beatAt  when whoever works on it last said so
 */
record Upload(
        long id,
        String name,
        String author,
        Language language,
        Phase phase,
        long rows,
        @Nullable UploadOutcome outcome,
        Instant createdAt,
        Instant beatAt) {
    /** How far it has come. */
    enum Phase {
        /** It is being read, to tell what importing it would do. */
        CHECKING,
        /** It waits for the word to import it. */
        CHECKED,
        IMPORTING,
        DONE,
        /** It cannot be read at all. */
        FAILED
    }

    public boolean busy() {
        return phase == Phase.CHECKING || phase == Phase.IMPORTING;
    }
}
