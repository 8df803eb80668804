package id.saring.exchange;

/** Follows an import while it runs, on the thread that runs it. */
public interface ImportListener {
    /** Follows nothing. */
    ImportListener NONE = new ImportListener() {};

    /** A row did not go in. */
    default void failed(RowError error) {}

    /** So many rows have been read; told every few thousand rows. */
    default void progress(long rows) {}
}
