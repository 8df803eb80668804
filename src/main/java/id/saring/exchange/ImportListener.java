package id.saring.exchange;

import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;

/** Follows an import while it runs, on the thread that runs it. */
public interface ImportListener {
    /** Follows nothing. */
    ImportListener NONE = new ImportListener() {};

    /** A row did not go in. */
    default void failed(RowError error) {}

    /** So many rows have been read; told every few thousand rows. */
    default void progress(long rows) {}

    /** A row went in, or in a dry run would have. */
    default void saved(String place, Row row, Saved what) {}
}
