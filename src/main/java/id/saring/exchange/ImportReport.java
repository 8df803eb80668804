package id.saring.exchange;

import java.util.List;

/**
 * What an import did, or in a dry run would do.
 *
 * @param failed rows that did not go in
 * @param errors the first {@value #MAX_ERRORS} of them
 * @param notes  what went in but deserves a look, one sentence each: words not known as a verdict, fields left out
 */
public record ImportReport(
        long created, long updated, long unchanged, long failed, List<RowError> errors, List<String> notes) {
    static final int MAX_ERRORS = 1000;

    public ImportReport {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** How many rows the file had. */
    public long rows() {
        return created + updated + unchanged + failed;
    }
}
