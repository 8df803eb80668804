package id.saring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** What a request brought, byte for byte and only up to a limit, so that nobody fills the memory with one request. */
public final class RawBody {
    private RawBody() {}

    /** The body; empty if it has more than {@code maxBytes}, of which no more are read. */
    public static Optional<byte[]> read(HttpServletRequest request, int maxBytes) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(maxBytes + 1);
        return bytes.length > maxBytes ? Optional.empty() : Optional.of(bytes);
    }
}
