package id.saring.site;

import id.saring.http.Revalidation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/**
 * What a request is answered with, ready to be sent: kept compressed where that makes it smaller.
 *
 * @param tag        the weak entity tag, from the content alone, so that all replicas have the same
 * @param changedAt  when what it tells last changed
 * @param compressed whether {@code bytes} are gzipped
 */
record Rendered(String contentType, byte[] bytes, String tag, Instant changedAt, boolean compressed) {
    static Rendered text(String contentType, byte[] content, Instant changedAt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (GZIPOutputStream gzip = new Quick(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rendered(contentType, out.toByteArray(), tag(content), changedAt, true);
    }

    /** Most pages are asked for once and again long after: to pack them tighter costs more than it saves. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    static Rendered picture(byte[] content, Instant changedAt) {
        return new Rendered("image/png", content, tag(content), changedAt, false);
    }

    /** Sends it, or only that nothing has changed. */
    void send(
            HttpServletRequest request, HttpServletResponse response, String cacheControl, Revalidation revalidation)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        if (compressed) {
            response.addHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
        if (revalidation.isKnown(tag, changedAt, request, response)) {
            return;
        }
        response.setContentType(contentType);
        byte[] body = bytes;
        if (compressed) {
            String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            } else {
                body = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 10) + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
