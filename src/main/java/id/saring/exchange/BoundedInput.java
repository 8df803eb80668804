package id.saring.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives no more than so many bytes; asking for one more fails, so that nobody takes a part for the whole. */
final class BoundedInput extends FilterInputStream {
    private final long max;
    private long left;

    BoundedInput(InputStream in, long max) {
        super(in);
        this.max = max;
        this.left = max;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("it has more than %,d bytes when unpacked; split it".formatted(max));
        }
    }
}
