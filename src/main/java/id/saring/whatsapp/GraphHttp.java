package id.saring.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON, each on the thread that asks for it, over connections that are kept for the next one. What was posted is
 * never posted again by itself: a connection that the other side has closed meanwhile is found out before it is used,
 * and whatever happens after is told. Follows no redirect, which would carry the token to wherever it points.
 */
final class GraphHttp implements AutoCloseable {
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    /** More than there are threads that send or show courtesies, or they would wait for each other. */
    private static final int MOST_CONNECTIONS = 256;

    private static final String BEGUN = GraphHttp.class.getName();

    /**
     * How long it waits.
     *
     * @param answer for all of an answer, from when it begins to connect
     * @param trust  how long an idle connection is taken to be alive without a look
     */
    record Patience(Duration answer, Duration trust) {
        /** A look takes a millisecond; nobody who keeps connections at all closes them sooner than this. */
        static final Patience STANDARD = new Patience(Duration.ofSeconds(20), Duration.ofMillis(100));
    }

    /** @param body what came of it, up to a limit */
    record Answer(int status, byte[] body) {}

    /** Nothing of the post has left. */
    static final class UnsentException extends IOException {
        private UnsentException(Exception cause) {
            super("Nothing was sent", cause);
        }
    }

    private record UnderWay(HttpPost post, long since) {}

    private final Patience patience;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient http;
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("whatsapp-patience").factory());

    GraphHttp(Patience patience) {
        this.patience = patience;
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                // Time is kept by lookAfter, at no cost to each read.
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.of(patience.trust()))
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setConnectionKeepAlive(KEPT)
                        .setResponseTimeout(Timeout.DISABLED)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Saring")
                // As the JVM was told: -Dhttps.proxyHost and the like.
                .setProxySelector(ProxySelector.getDefault())
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "begun", (request, scope, chain) -> {
                    scope.clientContext.setAttribute(BEGUN, true);
                    return chain.proceed(request, scope);
                })
                .build();
        long interval = Math.min(1000, patience.answer().toMillis() / 4);
        watch.scheduleWithFixedDelay(this::lookAfter, interval, interval, TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for the answer.
     *
     * @throws UnsentException if surely nothing was sent
     * @throws IOException     if no answer came, or not in time; it may have been taken all the same
     */
    Answer post(URI to, String authorization, byte[] json) throws IOException {
        HttpPost post = new HttpPost(to);
        post.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        post.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        HttpClientContext context = HttpClientContext.create();
        UnderWay watched = new UnderWay(post, System.nanoTime());
        underWay.add(watched);
        // Closing an answer that was not read to its end closes the connection.
        try (ClassicHttpResponse answer = http.executeOpen(null, post, context)) {
            return new Answer(answer.getCode(), body(answer.getEntity()));
        } catch (IOException | RuntimeException e) {
            if (context.getAttribute(BEGUN) == null) {
                throw new UnsentException(e);
            }
            throw new IOException("No answer", e);
        } finally {
            underWay.remove(watched);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }

    private static byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        return content.readNBytes(MAX_ANSWER_BYTES);
    }

    /** The library minds silence only, not an answer that trickles. */
    private void lookAfter() {
        long now = System.nanoTime();
        for (UnderWay one : underWay) {
            if (now - one.since() > patience.answer().toNanos()) {
                one.post().abort();
            }
        }
        connections.closeExpired();
    }
}
