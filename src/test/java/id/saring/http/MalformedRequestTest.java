package id.saring.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What clients get wrong is answered shortly and is no error of ours. */
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestTest {
    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dir) {
        app = RunningApp.start(dir, Doors.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GARBAGE                                                                                  | 400
            GET /%zz HTTP/1.1~Host: a                                                                | 400
            GET /a<b HTTP/1.1~Host: a                                                                | 400
            GET / HTTP/1.1                                                                           | 400
            GET / HTTP/1.1~Host: a~Host: b                                                           | 400
            GET / HTTP/1.1~Bad Header: x~Host: a                                                     | 400
            GET / HTTP/1.1~Host: a~Content-Length: x                                                 | 400
            GET / HTTP/9.9~Host: a                                                                   | 505
            POST /form HTTP/1.1~Host: a~Transfer-Encoding: nonsense                                  | 501
            POST /form HTTP/1.1~Host: a~Content-Type: multipart/form-data~Content-Length: 3~~abc     | 400
            POST /body HTTP/1.1~Host: a~Transfer-Encoding: chunked~~zz~abc                           | 400
            POST /body HTTP/1.1~Host: a~Content-Length: 9~~abc                                       | 400
            POST /form HTTP/1.1~Host: a~Content-Type: application/x-www-form-urlencoded~Content-Length: 8~~text=%zz | 400
            POST /form HTTP/1.1~Host: a~Content-Type: application/x-www-form-urlencoded~Content-Length: 9~~text=%C3z | 400
            POST /form HTTP/1.1~Host: a~Content-Type: nonsense~Content-Length: 3~~abc                | 415
            POST /form HTTP/1.1~Host: a~Content-Type: text/plain; charset=nonsense~Content-Length: 3~~abc | 415
            GET /form HTTP/1.1~Host: a                                                               | 405
            BREW /form HTTP/1.1~Host: a                                                              | 400
            GET /nowhere?%zz=%zz HTTP/1.1~Host: a                                                    | 400
            """)
    void it_is_answered_by_its_status_without_a_page_of_tomcats_and_logged_as_no_error(
            String request, String status, CapturedOutput output) throws IOException {
        String answer = send(request + (request.contains("~~") ? "" : "~~"));
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContain("Apache Tomcat", "<html", "<!doctype", "Exception");
        assertThat(output.getAll()).doesNotContain(" ERROR ", " WARN ");
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoTimeout(10_000);
            String text = request.replace("~", "\r\n").replace("Host: a", "Host: a\r\nConnection: close");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
