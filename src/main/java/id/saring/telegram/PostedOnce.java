package id.saring.telegram;

import java.io.IOException;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the library from repeating a post by itself when a kept connection dies under it: the message may have been
 * taken, and people would get it twice. It may still try another address while nothing was sent. Asking for news may be
 * repeated.
 */
final class PostedOnce implements Interceptor {
    private static final String ASKING = "/getupdates";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || request.url().encodedPath().toLowerCase(Locale.ROOT).endsWith(ASKING)) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder().method(request.method(), new Once(body)).build());
    }

    private static final class Once extends RequestBody {
        private final RequestBody body;

        Once(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
