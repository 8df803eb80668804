package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lookup API over HTTP. */
class CheckApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(
                0, dataDir, Map.of("saring.base-url", "https://saring.example/"), SiteParts.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bawang putih,match,2",
        "mirip,candidates,2",
        "kata,keyword,1",
        "entah,not_found,0",
        "!!!,unreadable,0",
    })
    void each_outcome_has_its_name_and_results(String text, String outcome, int results) throws Exception {
        JsonNode answer = JSON.readTree(post(JSON.writeValueAsString(Map.of("text", text))).body());
        assertThat(answer.path("outcome").stringValue()).isEqualTo(outcome);
        assertThat(answer.path("results").size()).isEqualTo(results);
    }

    @Test
    void a_result_has_exactly_the_promised_shape() throws Exception {
        HttpResponse<String> response = post("{\"text\":\"bawang\"}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JSON.readTree(response.body()).path("results").get(0)).isEqualTo(JSON.readTree("""
                {"claimId":1,"claim":"Bawang putih menyembuhkan flu","verdict":"FALSE",
                 "summary":"Tidak ada bukti ilmiah.\\nDokter menyarankan istirahat dan minum cukup.",
                 "sources":[{"title":"Cek fakta: bawang putih dan flu","url":"https://example.org/bawang"},
                            {"title":"Penjelasan dokter","url":"https://example.com/dokter"}],
                 "score":0.97,"url":"https://saring.example/klaim/1"}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"text\":\"bahasa\",\"language\":\"en-US\"}',keyword",
        "'{\"text\":\"bahasa\",\"language\":null}',not_found"
    })
    void the_language_asked_for_reaches_the_matcher(String body, String outcome) throws Exception {
        assertThat(JSON.readTree(post(body).body()).path("outcome").stringValue()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                  | 400 | not_json         | The body must be one valid JSON object.
            ''                                 | 400 | not_json         | The body must be one valid JSON object.
            "bawang"                           | 400 | not_json         | The body must be one valid JSON object.
            [{"text":"a"}]                     | 400 | not_json         | The body must be one valid JSON object.
            {"text":"a"} {"text":"b"}          | 400 | not_json         | The body must be one valid JSON object.
            {}                                 | 400 | text_empty       | There is no text to check yet.
            {"text":null}                      | 400 | text_empty       | There is no text to check yet.
            {"text":" \\n\\t "}                | 400 | text_empty       | There is no text to check yet.
            {"text":42}                        | 400 | not_a_string     | The member “text” must be a string.
            {"text":"a","language":"fr"}       | 400 | language_unknown | We do not have that language. Choose id or en.
            {"text":"a","language":["id"]}     | 400 | not_a_string     | The member “language” must be a string.
            """)
    void a_bad_request_is_explained(String body, int status, String code, String detail) throws Exception {
        assertProblem(post(body), status, code, detail);
    }

    @Test
    void a_problem_is_told_in_the_readers_language() throws Exception {
        HttpResponse<String> response = send(request("{}").setHeader("Accept-Language", "id-ID"));
        String detail = "Belum ada teks yang bisa diperiksa. Tulis atau tempel pesannya dulu, ya.";
        assertProblem(response, 400, "text_empty", detail);
    }

    @Test
    void the_longest_text_is_taken_however_it_is_written_and_no_longer_one() throws Exception {
        String emoji = "\\ud83d\\ude00"; // one character, two escapes
        assertThat(post("{\"text\":\"" + emoji.repeat(20_000) + "\"}").statusCode()).isEqualTo(200);
        assertProblem(
                post("{\"text\":\"" + "a".repeat(20_001) + "\"}"),
                413,
                "text_too_long",
                "The message is too long: 20,001 characters, at most 20,000. "
                        + "Try sending only the most important part.");
    }

    @Test
    void a_body_without_end_is_refused_before_it_is_parsed() throws Exception {
        byte[] large = ("{\"text\":\"" + "a".repeat(300_000) + "\"}").getBytes();
        String detail = "The request is too large. A message may have at most 20,000 characters.";
        assertProblem(send(request("").POST(BodyPublishers.ofByteArray(large))), 413, "body_too_large", detail);
        var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertProblem(send(request("").POST(chunked)), 413, "body_too_large", detail);
    }

    @Test
    void another_media_type_or_method_is_a_problem_too() throws Exception {
        HttpResponse<String> form =
                send(request("text=a").setHeader("Content-Type", "application/x-www-form-urlencoded"));
        assertProblem(form, 415, "", "Send the body as application/json.");
        HttpResponse<String> read = send(request("").GET());
        assertProblem(read, 405, "", "The method GET cannot be used at this address.");
        assertThat(read.headers().firstValue("Allow")).hasValue("POST");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").asString("")).isEqualTo(code);
        assertThat(problem.path("detail").stringValue()).startsWith(detail);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(request(body));
    }

    private static HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(app.uri("/api/v1/check"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
