package id.saring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clients that send or take a byte every now and then, over real sockets. */
@ExtendWith(OutputCaptureExtension.class)
class SlowClientsTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningApp app;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path dir) {
        app = RunningApp.start(
                0,
                dir,
                Map.of(
                        "saring.http.patience.request", LIMIT.toSeconds() + "s",
                        "saring.http.patience.response", "3s",
                        "server.tomcat.connection-timeout", "3s",
                        "server.tomcat.max-keep-alive-requests", "-1"),
                Doors.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /",
        "POST /body HTTP/1.1\r\nHost: a\r\nX-Slow: ",
        "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n",
        "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 100000\r\n\r\ntext=",
        "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
    })
    void who_sends_a_byte_now_and_then_is_cut_off(String beginning, CapturedOutput output) throws IOException {
        Socket socket = connect();
        send(socket, beginning);
        long begun = System.nanoTime();
        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> !isTaken(socket, "a"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(LIMIT.dividedBy(2));
        await().atMost(SOON).until(() -> Doors.WITHIN.get() == 0);
        assertThat(output).doesNotContain(" ERROR ", " WARN ");
    }

    @Test
    void who_sends_a_chunk_now_and_then_is_cut_off() throws IOException {
        Socket socket = connect();
        send(socket, "POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        await().until(() -> Doors.WITHIN.get() == 1);
        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> !isTaken(socket, "1\r\na\r\n"));
        await().atMost(SOON).until(() -> Doors.WITHIN.get() == 0);
    }

    @Test
    void who_takes_a_byte_now_and_then_is_cut_off() throws IOException {
        Socket socket = connect();
        socket.setSoTimeout(10);
        send(socket, "GET /much HTTP/1.1\r\nHost: a\r\n\r\n");
        await().until(() -> Doors.WITHIN.get() == 1);
        await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> {
            socket.getInputStream().read();
            return Doors.WITHIN.get() == 0;
        });
    }

    @Test
    void a_connection_may_be_used_for_longer_than_one_request() throws IOException {
        Socket socket = connect();
        socket.setSoTimeout((int) SOON.toMillis());
        long until = System.nanoTime() + LIMIT.multipliedBy(2).toNanos();
        int answers = 0;
        while (System.nanoTime() < until) {
            send(socket, "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            byte[] buffer = new byte[4096];
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("read 3") < 0) {
                int read = socket.getInputStream().read(buffer);
                assertThat(read).as("after %s answers", answers).isPositive();
                answer.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
            answers++;
        }
        assertThat(answers).isGreaterThan(3);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()));
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static boolean isTaken(Socket socket, String text) {
        try {
            send(socket, text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
