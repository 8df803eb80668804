package id.saring.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a platform to a webhook, kept from one to the next. Costs the generator a tenth of what an HTTP
 * client would, and so leaves the processor to what is measured.
 */
final class WebhookLine implements Closeable {
    private static final int ANSWER_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    WebhookLine(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Posts a whole request, head and body, and gives the answer's status; connects anew next time if this fails. */
    int post(byte[] request) throws IOException {
        try {
            Socket open = socket;
            InputStream answers = in;
            if (open == null || answers == null) {
                open = new Socket();
                open.setTcpNoDelay(true);
                open.setSoTimeout(ANSWER_MILLIS);
                socket = open;
                open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
                answers = new BufferedInputStream(open.getInputStream());
                in = answers;
            }
            open.getOutputStream().write(request);
            return answer(answers);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private int answer(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).split(" ")[1]);
        long length = 0;
        boolean last = false;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(name.substring(15).strip());
            }
            last |= name.equals("connection: close") || name.startsWith("transfer-encoding:");
        }
        if (last) {
            close();
        } else {
            answers.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new EOFException("The connection was cut");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** A request for {@link #post}. */
    static byte[] request(String path, String header, String value, byte[] body) {
        byte[] head =
                ("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n%s: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, header, value, body.length))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    @Override
    public void close() throws IOException {
        in = null;
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
