package id.saring.feed;

import id.saring.feed.FeedResult.Code;
import id.saring.http.GuardedSockets;
import id.saring.http.GuardedSockets.RefusedAddressException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what stands at an address: http(s) only, public addresses only at every hop, bounded in time, size and hops.
 */
final class FeedFetch {
    private static final int HOPS = 5;

    /** Bytes of one answer, unpacked. */
    private static final int MAX_BYTES = 32 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(20);

    /** What was fetched, or why not. */
    sealed interface Fetched {
        record Body(byte[] bytes, Feed.Validators validators) implements Fetched {}

        record Nothing(FeedResult result) implements Fetched {
            static Nothing of(Code code) {
                return new Nothing(FeedResult.of(code));
            }
        }
    }

    private final OkHttpClient client;

    /** @param longest how long one fetch may take in all */
    FeedFetch(Predicate<InetAddress> allowed, Duration longest) {
        this.client = GuardedSockets.client(allowed)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .callTimeout(longest)
                .build();
    }

    /** Whether this is the form of an address that may be fetched; where it leads is seen only then. */
    static boolean isWellFormed(String address) {
        @Nullable HttpUrl url = HttpUrl.parse(address);
        return url != null && url.username().isEmpty() && url.password().isEmpty();
    }

    Fetched fetch(String address, Feed.Validators known) {
        @Nullable HttpUrl url = isWellFormed(address) ? HttpUrl.parse(address) : null;
        if (url == null) {
            return Fetched.Nothing.of(Code.REFUSED);
        }
        try {
            for (int hop = 0; hop <= HOPS; hop++) {
                try (Response response = client.newCall(request(url, known)).execute()) {
                    if (!response.isRedirect()) {
                        return read(response);
                    }
                    @Nullable HttpUrl next = url.resolve(Objects.toString(response.header("Location"), ""));
                    if (next == null || !next.username().isEmpty() || !next.password().isEmpty()) {
                        return Fetched.Nothing.of(Code.REFUSED);
                    }
                    if (url.isHttps() && !next.isHttps()) {
                        return Fetched.Nothing.of(Code.ASTRAY);
                    }
                    url = next;
                }
            }
            return Fetched.Nothing.of(Code.ASTRAY);
        } catch (RefusedAddressException e) {
            return Fetched.Nothing.of(Code.REFUSED);
        } catch (IOException e) {
            return Fetched.Nothing.of(Code.UNREACHABLE);
        }
    }

    private static Request request(HttpUrl url, Feed.Validators known) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", "Saring (claim feeds)")
                .header("Accept",
                "application/rss+xml, application/atom+xml, application/ld+json, application/json, text/csv, */*;q=0.5");
        if (known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.build();
    }

    private static Fetched read(Response response) throws IOException {
        if (response.code() == 304) {
            return Fetched.Nothing.of(Code.UNCHANGED);
        }
        @Nullable ResponseBody body = response.body();
        if (response.code() != 200 || body == null) {
            return new Fetched.Nothing(FeedResult.of(Code.STATUS, Integer.toString(response.code())));
        }
        if (body.contentLength() > MAX_BYTES) {
            return Fetched.Nothing.of(Code.LARGE);
        }
        InputStream in = body.byteStream();
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return Fetched.Nothing.of(Code.LARGE);
        }
        return new Fetched.Body(
                bytes, new Feed.Validators(bounded(response.header("ETag")),
                bounded(response.header("Last-Modified"))));
    }

    /** What is sent back with each request, as long as it is of a size that means it. */
    private static @Nullable String bounded(@Nullable String header) {
        return header == null || header.length() > 500 ? null : header;
    }
}
