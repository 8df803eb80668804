package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of connections, down to the bytes: what no well-behaved server shows. */
class GraphClientTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectNode BODY = JSON.createObjectNode().put("type", "text");
    private static final String TAKEN = "{\"messages\":[{\"id\":\"wamid.1\"}]}";
    private static final GraphClient.Reply REPLY = new GraphClient.Taken("wamid.1");

    /** What a connection does with one post after the other, once each has been read; false ends it. */
    private interface Conduct {
        boolean answer(int postOfConnection, OutputStream out) throws Exception;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> posts = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore ended = new Semaphore(0);
    private ServerSocket server;
    private GraphClient client;

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void a_connection_that_was_closed_meanwhile_is_not_posted_to() throws Exception {
        start(Duration.ofSeconds(20), (post, out) -> {
            write(out, 200, TAKEN);
            return false;
        });
        for (int i = 1; i <= 3; i++) {
            assertThat(post()).isEqualTo(REPLY);
            assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(posts).hasSize(3);
    }

    @Test
    void what_was_posted_on_a_connection_that_then_died_is_not_posted_again() throws Exception {
        start(Duration.ofSeconds(20), (post, out) -> {
            if (post == 1) {
                write(out, 200, TAKEN);
            }
            return post == 1;
        });
        assertThat(post()).isEqualTo(REPLY);
        assertThat(post()).isEqualTo(new GraphClient.NoAnswer(false));
        assertThat(posts).hasSize(2);
        assertThat(connections).as("the second came on the connection of the first").hasValue(1);
        assertThat(post()).isEqualTo(REPLY);
    }

    @Test
    void connections_are_kept_for_as_many_as_are_sent_at_once() throws Exception {
        int many = 64;
        CyclicBarrier together = new CyclicBarrier(many);
        start(Duration.ofSeconds(20), (post, out) -> {
            together.await(10, TimeUnit.SECONDS);
            write(out, 200, TAKEN);
            return true;
        });
        for (int round = 1; round <= 2; round++) {
            List<Future<GraphClient.Reply>> replies = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                replies.add(threads.submit(this::post));
            }
            for (Future<GraphClient.Reply> reply : replies) {
                assertThat(reply.get()).isEqualTo(REPLY);
            }
        }
        assertThat(connections).hasValue(many);
    }

    @Test
    void where_nobody_is_nothing_was_sent() throws Exception {
        start(Duration.ofSeconds(20), (post, out) -> true);
        // Port 1: one that was just free may be another program's by now, or our own end of the connection.
        String closed = "http://127.0.0.1:1";
        String rude = "https://127.0.0.1:" + speaksNoTls().getLocalPort();
        for (String url : List.of(closed, "http://tidak-ada.invalid", rude)) {
            client.close();
            client = client(URI.create(url), Duration.ofSeconds(20));
            assertThat(post()).as(url).isEqualTo(new GraphClient.NoAnswer(true));
        }
    }

    @Test
    void an_answer_that_trickles_or_never_comes_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        start(Duration.ofMillis(200), (post, out) -> {
            if (posts.size() == 1) {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(' ');
                    over.await(5, TimeUnit.MILLISECONDS);
                }
            }
            over.await();
            return false;
        });
        assertThat(post()).isEqualTo(new GraphClient.NoAnswer(false));
        assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
        assertThat(post()).isEqualTo(new GraphClient.NoAnswer(false));
        over.countDown();
    }

    @Test
    void an_endless_answer_is_read_up_to_a_limit() throws Exception {
        AtomicInteger mebibytes = new AtomicInteger();
        start(Duration.ofSeconds(20), (post, out) -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (mebibytes.incrementAndGet() < 64) {
                out.write(new byte[1024 * 1024]);
            }
            return false;
        });
        assertThat(post()).isEqualTo(new GraphClient.Failed(new GraphError(GraphError.UNKNOWN, 0, 200)));
        assertThat(ended.tryAcquire(10, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
        assertThat(mebibytes).as("with what lay in the buffers of both sides").hasValueLessThan(32);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        start(Duration.ofSeconds(20), (post, out) -> {
            write(out, 307, TAKEN);
            return true;
        });
        assertThat(post()).isEqualTo(new GraphClient.Failed(new GraphError(GraphError.UNKNOWN, 0, 307)));
        assertThat(posts).singleElement().asString().contains("Bearer ");
    }

    private GraphClient.Reply post() {
        return client.post(WhatsAppServer.NUMBER, BODY);
    }

    private void start(Duration patience, Conduct conduct) throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        client = client(URI.create("http://127.0.0.1:" + server.getLocalPort()), patience);
        threads.submit(() -> {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.submit(() -> {
                    serve(socket, conduct);
                    return null;
                });
            }
        });
    }

    private static GraphClient client(URI url, Duration patience) {
        WhatsAppSettings settings = new WhatsAppSettings(
                WhatsAppServer.NUMBER, WhatsAppServer.TOKEN, "secret", "word", url, "v26.0",
                new WhatsAppSettings.Template("", ""));
        return new GraphClient(settings, JSON, new GraphHttp(new GraphHttp.Patience(patience, Duration.ZERO)));
    }

    private void serve(Socket socket, Conduct conduct) throws Exception {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int post = 1; read(in) && conduct.answer(post, socket.getOutputStream()); post++) {}
        } finally {
            ended.release();
        }
    }

    /** Takes in a post as it came; false if there is no more. */
    private boolean read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        in.readNBytes(JSON.writeValueAsBytes(BODY).length);
        synchronized (posts) {
            posts.add(head.toString());
        }
        return true;
    }

    private static void write(OutputStream out, int status, String body) throws IOException {
        String head = "HTTP/1.1 " + status + " Said\r\nLocation: /elsewhere\r\nContent-Length: " + body.length();
        out.write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
    }

    /** Somebody who hangs up on whoever greets. */
    private ServerSocket speaksNoTls() throws IOException {
        ServerSocket rude = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.submit(() -> {
            try (rude; Socket socket = rude.accept()) {
                return socket.getInputStream().read();
            }
        });
        return rude;
    }
}
