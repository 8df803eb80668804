package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.ApiTokens;
import id.saring.account.Scope;
import id.saring.audit.Actor;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.webhook.Webhooks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document says what the server does: the same operations, and every answer of the shape it promises. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Addresses for people, and one that answers whatever else is asked of Google's interface. */
    private static final Set<String> UNDESCRIBED = Set.of("GET /api", "GET /feeds", "ANY /v1alpha1/**");

    private static RunningApp app;
    private static ApiContract contract;
    private static JsonNode document;
    private static String gone;
    private static final Map<Character, String> TOKENS = new HashMap<>();

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.put("saring.base-url", "https://saring.example");
        settings.put("saring.webhook.private-addresses", "true");
        app = RunningApp.start(0, dataDir, settings, Saring.class);
        Claims claims = app.bean(Claims.class);
        PublicParts.publish(claims, "garlic",
                PublicParts.content(Language.ID, "Air rebusan bawang putih menyembuhkan flu", Verdict.FALSE));
        PublicParts.publish(claims, "garlic",
                PublicParts.content(Language.ID, "Air rebusan bawang putih menyembuhkan flu", Verdict.TRUE));
        PublicParts.publish(claims, "egg",
                PublicParts.content(Language.EN, "Plastic eggs are sold on markets", Verdict.SATIRE));
        Claim withdrawn = PublicParts.publish(claims, "gone", PublicParts.content(Language.EN, "Gone", Verdict.SATIRE));
        PublicParts.save(claims, "gone", withdrawn.content(), ClaimState.WITHDRAWN);
        gone = withdrawn.id().toString();
        Account admin = app.bean(Accounts.class).named(StaffClient.NAME).orElseThrow();
        for (Scope scope : Scope.values()) {
            TOKENS.put(scope.name().charAt(0), app.bean(ApiTokens.class)
                    .make(Actor.TERMINAL, admin, scope.name(), scope, Duration.ofDays(1)));
        }
        document = JSON.readTree(get("/api/openapi.json").body());
        contract = new ApiContract(document);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void it_is_valid_by_the_schema_of_openapi_3_1_and_names_this_server() {
        assertThat(document.path("openapi").stringValue()).startsWith("3.1.");
        assertThat(ApiContract.faults(document)).isEmpty();
        assertThat(contract.faultsOfExamples()).isEmpty();
        assertThat(document.path("servers").path(0).path("url").stringValue()).isEqualTo("https://saring.example/");
        ObjectNode wrong = (ObjectNode) document.deepCopy();
        ((ObjectNode) wrong.at("/paths/~1api~1v1~1check/post")).put("responses", "none");
        assertThat(ApiContract.faults(wrong)).isNotEmpty();
    }

    @Test
    void it_has_the_operations_that_the_server_has() {
        Set<String> served = new TreeSet<>();
        RequestMappingHandlerMapping mappings = app.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class)
                .map(RequestMappingHandlerMapping.class::cast)
                .findFirst()
                .orElseThrow();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> path.matches("/(api|v1alpha1|feeds)\\b.*"))
                .map(path -> path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                .forEach(path -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    methods.forEach(method -> served.add(method + " " + path));
                    if (methods.isEmpty()) {
                        served.add("ANY " + path);
                    }
                }));
        assertThat(served).containsAll(UNDESCRIBED);
        served.removeAll(UNDESCRIBED);
        assertThat(served).isEqualTo(contract.operations()).hasSizeGreaterThan(10);
    }

    /**
     * Every answer that is promised is provoked, but for those of too many requests. A line of the calls is: method
     * and path as promised; what takes the place of the path's variable, and the query; who asks (R may read, W may
     * write, - nobody); the status; a header; the body.
     */
    @Test
    void every_answer_is_promised_and_of_the_promised_shape() throws Exception {
        Set<String> missing = new TreeSet<>(contract.answers());
        String made = "";
        for (String line : Files.readAllLines(Path.of("src/test/resources/api-calls.txt"))) {
            String[] call = (line.replace("GONE", gone).replace("NEW", made) + " ").split(" \\| ?", -1);
            HttpResponse<String> answer = call(call);
            assertThat(answer.statusCode()).as("%s %s", line, answer.body()).isEqualTo(Integer.parseInt(call[3]));
            assertThat(contract.faults(call[0], answer)).as("%s %s", line, answer.body()).isEmpty();
            if (answer.statusCode() < 300 && call[5].startsWith("{")) {
                assertThat(contract.faultsOfRequest(call[0], call[5])).as(line).isEmpty();
            }
            missing.remove(call[0] + " " + answer.statusCode());
            made = answer.headers().firstValue("Location").orElse(made).replaceFirst(".*/", "");
        }
        assertThat(missing).allMatch(answer -> answer.endsWith(" 429"));
    }

    private static HttpResponse<String> call(String[] call) throws Exception {
        String[] operation = call[0].split(" ", 2);
        String[] given = call[1].replace("LONG", "a".repeat(2001)).split("(?=\\?)", 2);
        boolean variable = operation[1].contains("{");
        String path = operation[1].replaceAll("\\{\\w+}", variable ? given[0] : "")
                + (variable ? given.length > 1 ? given[1] : "" : call[1].isEmpty() ? "" : String.join("", given));
        String body = call[5].strip().replace("LONG", "a".repeat(20_001)).replace("HUGE", "\"" + "a".repeat(1 << 20) + "\"");
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path))
                .method(operation[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String[] header = call[4].split(": ", 2);
        if (!body.isEmpty() && !header[0].equals("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (header.length == 2) {
            String known = header[1].equals("KNOWN") ? get(path).headers().firstValue("ETag").orElseThrow() : header[1];
            request.header(header[0], known);
        }
        if (!call[2].equals("-")) {
            request.header("Authorization", "Bearer " + TOKENS.get(call[2].charAt(0)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_a_newsroom_is_told_is_as_promised() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer newsroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        newsroom.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        newsroom.start();
        Webhooks webhooks = app.bean(Webhooks.class);
        URI address = URI.create("http://127.0.0.1:" + newsroom.getAddress().getPort() + "/");
        long id = webhooks.add(address, hook -> {}).webhook().id();
        try {
            PublicParts.publish(app.bean(Claims.class), "egg",
                    PublicParts.content(Language.EN, "Plastic eggs are sold on markets", Verdict.MISLEADING));
            String body = Objects.requireNonNull(told.poll(60, TimeUnit.SECONDS));
            assertThat(contract.faults("VerdictsChanged", JSON.readTree(body))).isEmpty();
            assertThat(body).contains("CORRECTED", "\"former\":\"SATIRE\"");
        } finally {
            webhooks.remove(id, hook -> {});
            newsroom.stop(0);
        }
    }

    @Test
    void each_line_of_the_open_data_is_as_promised() throws Exception {
        List<String> faults = new ArrayList<>();
        get("/feeds/claims.jsonl").body().lines()
                .forEach(line -> faults.addAll(contract.faults("OpenClaim", JSON.readTree(line))));
        assertThat(faults).isEmpty();
    }

    @Test
    void a_list_leads_from_page_to_page() throws Exception {
        JsonNode first = JSON.readTree(get("/api/v1/verdicts?limit=1&q="
                + URLEncoder.encode("bawang telur eggs garlic plastic", StandardCharsets.UTF_8)).body());
        assertThat(first.path("claims").size()).isEqualTo(1);
        JsonNode all = JSON.readTree(get("/api/v1/verdicts?limit=1").body());
        assertThat(all.path("total").longValue()).isEqualTo(2);
        assertThat(all.path("next").stringValue()).isEqualTo("https://saring.example/api/v1/verdicts?limit=1&offset=1");
        JsonNode last = JSON.readTree(get("/api/v1/verdicts?limit=1&offset=1").body());
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void a_claim_tells_its_corrections_and_is_sent_again_only_if_it_changed() throws Exception {
        HttpResponse<String> response = get("/api/v1/verdicts/1");
        JsonNode history = JSON.readTree(response.body()).path("history");
        assertThat(history.path(1).path("kind").stringValue()).isEqualTo("CORRECTED");
        assertThat(history.path(1).path("former").stringValue()).isEqualTo("FALSE");
        HttpRequest again = HttpRequest.newBuilder(app.uri("/api/v1/verdicts/1"))
                .header("If-None-Match", response.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }

    @Test
    void any_site_may_read() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri("/api/v1/check"))
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        HttpRequest read = HttpRequest.newBuilder(app.uri("/api/v1/verdicts/1"))
                .header("Origin", "https://elsewhere.example")
                .build();
        assertThat(HTTP.send(read, HttpResponse.BodyHandlers.ofString()).headers()
                        .firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "Retry-After", "X-Trace-Id");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(app.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
