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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private static final int BACKLOG = 1000;

    static final JsonMapper JSON = JsonMapper.shared();

    static {
        // Else head and body of an answer, which go out one after the other, meet a delayed acknowledgement: 40 ms
        // each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** How a post can go wrong. */
    public sealed interface Fault {
        /** An answer of this status and body. */
        record Answer(int status, String body) implements Fault {}

        /** The connection is cut; before or after the post took effect. */
        record Cut(boolean afterwards) implements Fault {}

        /** All goes well, but takes its time. */
        record Slow(Duration delay) implements Fault {}

        static Fault error(int status, int code) {
            return new Answer(status, errorBody(code, 0));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Queue<JsonNode> posts = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, WhatsAppPerson> people = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final WebhookSender webhooks;
    final WhatsAppChats chats;
    private volatile boolean expired;
    private volatile Supplier<@Nullable Fault> trouble = () -> null;
    private volatile @Nullable BiConsumer<JsonNode, String> reader;

    private WhatsAppServer(Clock clock) throws IOException {
        webhooks = new WebhookSender(APP_SECRET, NUMBER);
        chats = new WhatsAppChats(clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public static WhatsAppServer start() {
        return start(Clock.systemUTC());
    }

    public static WhatsAppServer start(Clock clock) {
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

    /** Asks {@code trouble} of every message how it goes wrong; null if it does not. It is asked by many threads. */
    public void suffer(Supplier<@Nullable Fault> trouble) {
        this.trouble = trouble;
    }

    /**
     * For very many messages: no limit on how fast they come, and each goes, with the id it is given, to {@code reader}
     * instead of being kept.
     */
    public void handOver(BiConsumer<JsonNode, String> reader) {
        chats.unlimited();
        this.reader = reader;
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
            if (reader == null) {
                posts.add(post);
            }
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
        Fault planned = faults.poll();
        switch (planned == null ? trouble.get() : planned) {
            case Fault.Answer given -> answering.accept(given.status(), given.body());
            case Fault.Cut cut when !cut.afterwards() -> {}
            case Fault.Cut cut -> deliver(post);
            case Fault.Slow slow -> {
                pause(slow.delay());
                respond(post, answering);
            }
            case null -> respond(post, answering);
        }
    }

    private void respond(JsonNode post, BiConsumer<Integer, String> answering) {
        try {
            answering.accept(200, deliver(post).toString());
        } catch (WhatsAppChats.Refusal refusal) {
            answering.accept(refusal.status, errorBody(refusal.code, 0));
        }
    }

    private JsonNode deliver(JsonNode post) {
        JsonNode answer = chats.take(post);
        BiConsumer<JsonNode, String> given = reader;
        if (given != null) {
            given.accept(post, answer.path("messages").path(0).path("id").asString());
        }
        return answer;
    }

    /** Ends early when the server does. */
    private void pause(Duration delay) {
        try {
            closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
