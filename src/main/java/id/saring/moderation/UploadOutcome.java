package id.saring.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did or would do, as it is kept and shown.
 *
 * @param changes the first rows that are new or different
 * @param errors  the first rows that did not go in
 * @param notes   what went in but deserves a look
 * @param told    who is told of all of it; null if nothing was checked, or by a program that did not count yet
 * @param failure why the file cannot be read at all; null if it can
 */
record UploadOutcome(
        long created,
        long updated,
        long unchanged,
        long failed,
        List<Change> changes,
        List<Fault> errors,
        List<String> notes,
        @Nullable Told told,
        @Nullable String failure) {
    /** How many changes and errors are kept for showing. */
    static final int SHOWN = 200;

    /**
     * A row that is new or different.
     *
     * @param claim  the id of the claim it changes; 0 if it is new
     * @param state  the state it is to be in
     * @param fields the fields that differ, by the names they have in files
     * @param told   null as above
     */
    record Change(
            String place,
            long claim,
            String text,
            @Nullable String verdict,
            String state,
            List<String> fields,
            @Nullable Told told) {}

    /**
     * How many people are told.
     *
     * @param corrected of another verdict than they were shown
     * @param answered  what they wait for
     */
    record Told(long corrected, long answered) {
        public boolean anybody() {
            return corrected + answered > 0;
        }
    }

    record Fault(String place, String reason) {}

    static UploadOutcome broken(String failure) {
        return new UploadOutcome(0, 0, 0, 0, List.of(), List.of(), List.of(), null, failure);
    }

    public long rows() {
        return created + updated + unchanged + failed;
    }

    public boolean changesAnything() {
        return created + updated > 0;
    }
}
