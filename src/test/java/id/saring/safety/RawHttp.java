package id.saring.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes to a port of loopback, whether they are HTTP or not, and reads what comes back. */
final class RawHttp {
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
    private static final int MOST = 4 << 20;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** @param status 0 if the connection was closed without an answer */
    record Reply(int status, String text) {
        String header(String name) {
            return String.join("\n", headers(name));
        }

        List<String> headers(String name) {
            List<String> values = new ArrayList<>();
            int end = text.indexOf("\r\n\r\n");
            Matcher found = Pattern.compile("(?mi)^" + name + ": (.*)$")
                    .matcher(end < 0 ? text : text.substring(0, end));
            while (found.find()) {
                values.add(found.group(1).strip());
            }
            return values;
        }
    }

    /** @throws IOException if no answer ends within a minute, which is a finding */
    Reply send(byte[] bytes) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // It has seen enough and answers already.
            }
            InputStream in = socket.getInputStream();
            byte[] block = new byte[1 << 14];
            for (int n = in.read(block); n >= 0 && received.size() < MOST; n = in.read(block)) {
                received.write(block, 0, n);
            }
        } catch (SocketException e) {
            // Cut off while it was sending: what came before counts.
        }
        String text = received.toString(StandardCharsets.UTF_8);
        Matcher status = STATUS.matcher(text);
        return new Reply(status.find() ? Integer.parseInt(status.group(1)) : 0, text);
    }
}
