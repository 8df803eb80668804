package id.saring.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for the Cloud API on the loopback interface. People act through {@link #person}; what they get from us is
 * found there as well. Every post is held against the API's rules, and {@link #close} fails the test if one broke them.
 */
public final class WhatsAppServer implements AutoCloseable {
    /** The only token it accepts. */
    public static final String TOKEN = "EAATEST-secret-access-token";

    public static final String APP_SECRET = "TEST-app-secret-0123456789abcdef";
    public static final String VERIFY_TOKEN = "TEST-verify-token";

    /** The id of the only number it knows. */
    public static final String NUMBER = "106540352242922";

    static final JsonMapper JSON = JsonMapper.shared();

    /** How a post can go wrong. */
    sealed interface Fault {
        /** An answer of this status and body. */
        record Answer(int status, String body) implements Fault {}

        /** The connection is cut; before or after the post took effect. */
        record Cut(boolean afterwards) implements Fault {}

        static Fault error(int status, int code) {
            return new Answer(status, errorBody(code, 0));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<JsonNode> posts = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, WhatsAppPerson> people = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final WebhookSender webhooks;
    final WhatsAppChats chats;
    private volatile boolean expired;

    private WhatsAppServer(Clock clock) throws IOException {
        webhooks = new WebhookSender(APP_SECRET, NUMBER);
        chats = new WhatsAppChats(clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public static WhatsAppServer start() {
        return start(Clock.systemUTC());
    }

    static WhatsAppServer start(Clock clock) {
        try {
            return new WhatsAppServer(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code WHATSAPP_API_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Settings for an application that is to use this server. */
    public Map<String, String> settings() {
        return Map.of(
                "saring.whatsapp.phone-number-id", NUMBER,
                "saring.whatsapp.access-token", TOKEN,
                "saring.whatsapp.app-secret", APP_SECRET,
                "saring.whatsapp.verify-token", VERIFY_TOKEN,
                "saring.whatsapp.api-url", url().toString());
    }

    /** Where webhooks are sent from now on. */
    public void deliverTo(URI webhook) {
        webhooks.to(webhook);
    }

    /** A person with this phone number and user id, either of which may be null. */
    public WhatsAppPerson person(String phone, String userId) {
        return people.computeIfAbsent(userId == null ? phone : userId,
                id -> chats.add(new WhatsAppPerson(phone, userId, chats, webhooks)));
    }

    /** Lets the next messages fail, one each; read marks are not concerned. */
    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** The token is not valid any more, or is again. */
    void expire(boolean expired) {
        this.expired = expired;
    }

    /** Every message posted so far, without read marks. */
    List<JsonNode> messages() {
        return posts.stream().filter(post -> !post.has("status")).toList();
    }

    /** Every read mark so far. */
    List<JsonNode> readMarks() {
        return posts.stream().filter(post -> post.has("status")).toList();
    }

    /** @throws AssertionError if a post broke the API's rules */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        webhooks.close();
        if (!violations.isEmpty()) {
            throw new AssertionError("Posts against the Cloud API's rules: " + violations);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (expired || !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, errorBody(190, 463));
                return;
            }
            if (!exchange.getRequestURI().getPath().equals("/v26.0/" + NUMBER + "/messages")) {
                answer(exchange, 400, errorBody(100, 33));
                return;
            }
            JsonNode post = JSON.readTree(body);
            posts.add(post);
            List<String> broken = GraphContract.violations(post);
            violations.addAll(broken);
            BiConsumer<Integer, String> answering = (status, text) -> {
                try {
                    answer(exchange, status, text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            if (!broken.isEmpty()) {
                answer(exchange, 400, errorBody(100, 0));
            } else if (post.has("status")) {
                answer(exchange, 200, "{\"success\":true}");
            } else {
                take(post, answering);
            }
        }
    }

    private void take(JsonNode post, BiConsumer<Integer, String> answering) {
        switch (faults.poll()) {
            case Fault.Answer given -> answering.accept(given.status(), given.body());
            case Fault.Cut cut when !cut.afterwards() -> {}
            case Fault.Cut cut -> chats.take(post);
            case null -> {
                try {
                    answering.accept(200, chats.take(post).toString());
                } catch (WhatsAppChats.Refusal refusal) {
                    answering.accept(refusal.status, errorBody(refusal.code, 0));
                }
            }
        }
    }

    /** An error in the form of the Graph API; its words quote what must not reach a log. */
    static String errorBody(int code, int subcode) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error")
                .put("message", "(#" + code + ") Something about 6281234567890 and " + TOKEN)
                .put("type", "OAuthException")
                .put("code", code)
                .put("fbtrace_id", "AbCdEfGhIjK");
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", "Details of " + code);
        return body.toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
