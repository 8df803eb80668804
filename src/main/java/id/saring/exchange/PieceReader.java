package id.saring.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails when a parser reads too much without having found the next piece: one piece must not fill the memory. */
final class PieceReader extends FilterReader {
    private long left = RowLimits.PIECE;

    PieceReader(Reader in) {
        super(in);
    }

    /** A new piece begins. */
    void next() {
        left = RowLimits.PIECE;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return count(read, read);
    }

    private int count(int read, int chars) throws IOException {
        left -= Math.max(chars, 0);
        if (left < 0) {
            throw new IOException("one piece of it has more than %,d characters".formatted(RowLimits.PIECE));
        }
        return read;
    }
}
