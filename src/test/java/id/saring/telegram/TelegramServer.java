package id.saring.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for Telegram on the loopback interface. People act through {@link #person}; what the bot says is found
 * there as well. Every call is held against the Bot API's facts, and {@link #close} fails the test if one broke them.
 */
public final class TelegramServer implements AutoCloseable {
    /** The only token it accepts. */
    public static final String TOKEN = "123456:TEST-secret-token_of_the_bot";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A call as it came; the method in lower case. */
    record Call(String method, JsonNode parameters) {}

    /** A refusal with Telegram's words. */
    static final class Refusal extends RuntimeException {
        final int code;
        final transient ObjectNode parameters = JSON.createObjectNode();

        Refusal(int code, String description) {
            super(description);
            this.code = code;
        }

        Refusal with(String name, long value) {
            parameters.put(name, value);
            return this;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BotApiContract contract = new BotApiContract();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final AtomicInteger unauthorized = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean keepsCalls = true;
    final UpdateQueue updates = new UpdateQueue();
    final TelegramChats chats = new TelegramChats(updates);
    final WebhookDelivery webhook = new WebhookDelivery(updates);

    private TelegramServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public static TelegramServer start() {
        return start(0);
    }

    /** Starts on a given port, for a server that comes back. */
    static TelegramServer start(int port) {
        try {
            return new TelegramServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code TELEGRAM_API_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where updates are delivered in webhook mode, instead of the registered address, which does not exist. */
    public void deliverTo(URI loopback) {
        webhook.deliverTo(loopback);
    }

    /** A person with this id, in a private chat with the bot. */
    public TelegramPerson person(long id) {
        return chats.person(id);
    }

    /** The next message to the person of this id is refused for so many seconds. */
    public void refuses(long person, int seconds) {
        chats.flood(person, seconds);
    }

    /** For very many messages: each call that sends one goes to {@code reader} once it is taken; none is kept. */
    public void handOver(Consumer<JsonNode> reader) {
        keepsCalls = false;
        chats.handOver(reader);
    }

    /** Holds the update in which a person {@link TelegramPerson#writes writes} until the bot has fetched it. */
    public void hold(byte[] update) {
        ObjectNode held = (ObjectNode) JSON.readTree(update);
        held.remove("update_id"); // the next free one, in the order in which updates come to be held
        updates.add(held);
    }

    /** How many updates the bot has not confirmed yet. */
    public int held() {
        return updates.size();
    }

    /** How many messages were refused because they came faster than Telegram lets them. */
    public int tooFast() {
        return chats.tooFast();
    }

    /** How many messages the bot has tried to send. */
    public int attempts() {
        return calls("sendMessage").size();
    }

    /** Whether the bot has told that this press has arrived. */
    public boolean isPressAnswered(String press) {
        return chats.isPressAnswered(press);
    }

    /** Every call of a method so far, in order. */
    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT))).toList();
    }

    /** Lets the next calls of a method fail, one each. */
    public void fail(String method, Fault... next) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), name -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(next));
    }

    /** How many calls came without the right token. */
    int unauthorized() {
        return unauthorized.get();
    }

    /** Breaches of the Bot API's rules so far. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** @throws AssertionError if a call broke the Bot API's rules */
    @Override
    public void close() {
        closed.countDown();
        webhook.close();
        updates.stopHolding();
        server.stop(0);
        threads.shutdownNow();
        if (!violations.isEmpty()) {
            throw new AssertionError("Calls against the Bot API's rules: " + violations);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
                unauthorized.incrementAndGet();
                answer(exchange, refusal(new Refusal(401, "Unauthorized")));
                return;
            }
            JsonNode parameters = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            String method = path[2].toLowerCase(Locale.ROOT);
            if (keepsCalls) {
                calls.add(new Call(method, parameters));
            }
            violations.addAll(contract.violations(method, parameters));
            Queue<Fault> planned = faults.get(method);
            Fault fault = planned == null ? null : planned.poll();
            switch (fault) {
                case Fault.Answer given -> answer(exchange, given);
                case Fault.Hang hang -> closed.await();
                case Fault.Cut cut when !cut.afterwards() -> {}
                case Fault.Cut cut -> respond(method, parameters);
                case null -> answer(exchange, respond(method, parameters));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault.Answer respond(String method, JsonNode parameters) throws InterruptedException {
        try {
            JsonNode result = switch (method) {
                case "getme" -> JSON.createObjectNode()
                        .put("id", 123456).put("is_bot", true)
                        .put("first_name", "Saring").put("username", "SaringTestBot");
                case "getupdates" -> poll(parameters);
                case "setwebhook" -> webhook.register(parameters);
                case "deletewebhook" -> webhook.remove();
                case "getwebhookinfo" -> webhook.info();
                case "setmycommands" -> JSON.getNodeFactory().booleanNode(true);
                case "sendmessage" -> chats.send(parameters);
                case "answercallbackquery" -> chats.answerPress(parameters);
                default -> throw new Refusal(404, "Not Found: method not found");
            };
            return new Fault.Answer(200, JSON.createObjectNode().put("ok", true).set("result", result).toString());
        } catch (Refusal e) {
            return refusal(e);
        } catch (UpdateQueue.Conflict e) {
            return refusal(new Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one"
                    + " bot instance is running"));
        }
    }

    private JsonNode poll(JsonNode parameters) throws UpdateQueue.Conflict, InterruptedException {
        if (webhook.isRegistered()) {
            throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                    + " delete the webhook first");
        }
        List<String> allowed = null;
        if (parameters.has("allowed_updates")) {
            allowed = new ArrayList<>();
            for (JsonNode kind : parameters.path("allowed_updates")) {
                allowed.add(kind.asString());
            }
        }
        ArrayNode result = JSON.createArrayNode();
        updates.poll(
                        parameters.path("offset").asInt(0),
                        parameters.path("limit").asInt(100),
                        parameters.path("timeout").asInt(0),
                        allowed)
                .forEach(result::add);
        return result;
    }

    private static Fault.Answer refusal(Refusal refusal) {
        ObjectNode body = JSON.createObjectNode()
                .put("ok", false).put("error_code", refusal.code).put("description", refusal.getMessage());
        if (!refusal.parameters.isEmpty()) {
            body.set("parameters", refusal.parameters);
        }
        return new Fault.Answer(refusal.code, body.toString());
    }

    private static void answer(HttpExchange exchange, Fault.Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
