package id.saring.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbered lines of bounded length, with their line ends; lines may be put back to be read again. */
final class LineReader {
    /** A line and its number from 1; {@code text} is cut off if it is too long. */
    record Line(long number, String text, boolean tooLong) {
        String place() {
            return "line " + number;
        }

        boolean blank() {
            return text.isBlank();
        }
    }

    private final Reader in;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private final StringBuilder buffer = new StringBuilder();
    private long number;

    LineReader(Reader in) {
        this.in = in;
    }

    @Nullable Line next() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.pop();
        }
        buffer.setLength(0);
        int length = 0;
        int c;
        do {
            c = in.read();
            if (c >= 0 && ++length <= RowLimits.ROW) {
                buffer.append((char) c);
            }
        } while (c >= 0 && c != '\n');
        return length == 0 ? null : new Line(++number, buffer.toString(), length > RowLimits.ROW);
    }

    void putBack(List<Line> lines) {
        lines.reversed().forEach(putBack::push);
    }
}
