package id.saring.exchange;

/** The longest a field of a row may be, in UTF-16 units; longer ones are a sign of a broken file. */
final class RowLimits {
    static final int KEY = 200;
    static final int TEXT = 10_000;
    static final int HEADLINE = 1_000;
    static final int SUMMARY = 50_000;
    static final int NAME = 500;

    /** One row as a whole, as it stands in the file. */
    static final int ROW = 1_000_000;

    /** What may be read at once to make a row of it; a row as such is shorter, but its file may be indented. */
    static final int PIECE = 4 * ROW;

    /** Rows of one file; a dry run remembers each. */
    static final long ROWS = 1_000_000;

    /** Bytes of one file when it is unpacked; a few thousand of them can pack a thousand times as many. */
    static final long FILE = 1L << 30;

    private RowLimits() {}
}
