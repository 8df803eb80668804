package id.saring.safety;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request put together piece by piece, right or wrong. */
final class Request {
    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};

    Request(String method, String target) {
        this.method = method;
        this.target = target;
    }

    Request header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Request body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    Request body(String type, byte[] bytes) {
        body = bytes;
        return header("Content-Type", type).header("Content-Length", Integer.toString(bytes.length));
    }

    byte[] bytes() {
        return bytes("HTTP/1.1");
    }

    /** One byte for each character of what stands before the body. */
    byte[] bytes(String protocol) {
        StringBuilder head = new StringBuilder(method + " " + target + " " + protocol + "\r\n");
        head.append("Host: saring.example\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
