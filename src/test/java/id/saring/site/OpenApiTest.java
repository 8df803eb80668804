package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document says what the server does: the same operations, and every answer of the shape it promises. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningApp app;
    private static JsonNode document;
    private static String gone;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        app = RunningApp.start(0, dataDir, Map.of("saring.base-url", "https://saring.example"), PublicParts.class);
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
        document = JSON.readTree(get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void it_is_of_version_3_1_and_names_this_server() {
        assertThat(document.path("openapi").stringValue()).startsWith("3.1.");
        assertThat(document.path("servers").path(0).path("url").stringValue()).isEqualTo("https://saring.example/");
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
                .filter(path -> path.startsWith("/api/v"))
                .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method ->
                        served.add(method + " " + path.replaceAll("\\{(\\w+):[^/]*}", "{$1}")))));
        Set<String> promised = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method ->
                promised.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(served).isEqualTo(promised).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/verdicts                        | 200 | Claims
            /api/v1/verdicts?q=bawang+putih         | 200 | Claims
            /api/v1/verdicts?limit=1                | 200 | Claims
            /api/v1/verdicts?limit=0                | 200 | Claims
            /api/v1/verdicts?verdict=TRUE&from=2020-01-01 | 200 | Claims
            /api/v1/verdicts/1                      | 200 | Claim
            /api/v1/verdicts?verdict=NO             | 400 | Problem
            /api/v1/verdicts?language=xx            | 400 | Problem
            /api/v1/verdicts?from=gestern           | 400 | Problem
            /api/v1/verdicts?limit=-1               | 400 | Problem
            /api/v1/verdicts/0                      | 404 | Problem
            /api/v1/verdicts/77                     | 404 | Problem
            /api/v1/verdicts/GONE                   | 410 | Problem
            """)
    void every_answer_has_the_promised_shape(String path, int status, String schema) throws Exception {
        HttpResponse<String> response = get(path.replace("GONE", gone));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(faults(schema, response.body())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":"Katanya air rebusan bawang putih bisa menyembuhkan flu"} | 200 | Check
            {"text":"bawang"}              | 200 | Check
            {"text":"!!!"}                 | 200 | Check
            {"text":""}                    | 400 | Problem
            {"text":1}                     | 400 | Problem
            [                              | 400 | Problem
            """)
    void a_check_has_the_promised_shape(String body, int status, String schema) throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(app.uri("/api/v1/check"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(faults(schema, response.body())).isEmpty();
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
    }

    private static List<Error> faults(String schema, String body) {
        ObjectNode whole = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        whole.set("components", document.path("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
        return compiled.validate(JSON.readTree(body));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(app.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
