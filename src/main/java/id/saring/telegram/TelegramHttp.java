package id.saring.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * An HTTP client of our own, all of whose threads end with it: the library's default one keeps the process alive for a
 * minute after the end and waits 75 seconds for a connection.
 */
final class TelegramHttp implements AutoCloseable {
    /** At least as many as there are threads that send, or they would wait for each other. */
    private static final int MAX_REQUESTS = 256;

    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("telegram-http"));
    private final OkHttpClient client;

    /**
     * @param silence how long to wait for the next byte of an answer; a long poll must be longer than Telegram holds it
     */
    TelegramHttp(Duration silence, List<Interceptor> interceptors) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(MAX_REQUESTS);
        dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(silence)
                .writeTimeout(Duration.ofSeconds(10))
                .callTimeout(silence.plusSeconds(20))
                // A redirect would carry the token in its address to wherever it points
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new PostedOnce());
        interceptors.forEach(builder::addInterceptor);
        this.client = builder.build();
    }

    OkHttpClient client() {
        return client;
    }

    void cancelAll() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancelAll();
        threads.shutdown();
        client.connectionPool().evictAll();
    }

    static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().name(name + "-", 0).daemon().factory();
    }
}
