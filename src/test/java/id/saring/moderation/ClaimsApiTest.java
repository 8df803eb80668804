package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.ApiTokens;
import id.saring.account.Scope;
import id.saring.audit.Actor;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.match.ClaimMatcher;
import id.saring.match.Query;
import id.saring.submission.CaseId;
import id.saring.submission.CaseState;
import id.saring.submission.Cases;
import id.saring.submission.Question;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The claims API as a program uses it. */
class ClaimsApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLAIM = "{\"claim\": \"Air rebusan jahe membunuh semua virus\", \"verdict\": \"FALSE\","
            + " \"summary\": \"Tidak ada buktinya.\", \"sources\": [{\"title\": \"Cek\", \"url\": \"https://example.org/jahe\"}]}";

    private static RunningApp app;
    private static String writer;
    private static String reader;

    @BeforeAll
    static void start(@TempDir Path dir) {
        app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class);
        writer = token(Scope.WRITE);
        reader = token(Scope.READ);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path))
                .header("Accept-Language", "en")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> write(String method, String path, String body, String... headers)
            throws Exception {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + writer;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, body, all);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String created(String body) throws Exception {
        HttpResponse<String> response = write("POST", "/api/v1/claims", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void the_answer_to_a_message_is_explained_to_who_may_read() throws Exception {
        String path = created(CLAIM);
        write("POST", path + "/publish", "");
        String asked = "{\"text\": \"Air rebusan jahe membunuh semua virus\"}";
        assertThat(send("POST", "/api/v1/explanations", asked).statusCode()).isEqualTo(401);
        JsonNode why = json(send("POST", "/api/v1/explanations", asked, "Authorization", "Bearer " + reader));
        assertThat(why.path("outcome").asString()).isEqualTo("match");
        assertThat(why.path("guards").size()).isPositive();
        assertThat(why.path("candidates").get(0).path("features").size()).isGreaterThan(50);
        assertThat(why.path("settings").path("confident").asDouble()).isPositive();
        write("POST", path + "/withdraw", "");
    }

    @Test
    void a_claim_is_made_published_found_corrected_and_withdrawn() throws Exception {
        String path = created(CLAIM);
        HttpResponse<String> draft = write("GET", path, "");
        assertThat(draft.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(json(draft).path("state").asString()).isEqualTo("DRAFT");

        HttpResponse<String> published = write("POST", path + "/publish", "{\"reason\": \"sudah dicek\"}");
        assertThat(json(published).path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(app.bean(ClaimMatcher.class)
                        .match(new Query("Air rebusan jahe membunuh semua virus", Language.ID)).code())
                .isEqualTo("match");

        String back = published.body().replace("Tidak ada buktinya.", "Tidak benar.");
        HttpResponse<String> corrected = write("PUT", path, back, "If-Match", "\"2\"");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(json(corrected).path("summary").asString()).isEqualTo("Tidak benar.");
        assertThat(json(corrected).path("state").asString()).isEqualTo("PUBLISHED");

        assertThat(write("POST", path + "/withdraw", "").statusCode()).isEqualTo(200);
        JsonNode history = json(write("GET", path + "/revisions", "")).path("revisions");
        assertThat(history.size()).isEqualTo(4);
        assertThat(history.get(2).path("reason").asString()).isEqualTo("sudah dicek");
        assertThat(history.get(2).path("author").asString()).isEqualTo(StaffClient.NAME);
        assertThat(json(write("GET", path + "/revisions?before=3", "")).path("revisions").size()).isEqualTo(2);
    }

    @Test
    void a_move_without_any_body_is_one_without_a_reason_and_a_rehearsal_knows_taken_keys() throws Exception {
        String path = created(CLAIM.replace("{\"claim", "{\"key\": \"jahe-2\", \"claim"));
        URI uri = app.uri(path + "/publish");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(("POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nAuthorization: Bearer " + writer + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("PUBLISHED");
        }
        String again = CLAIM.replace("{\"claim", "{\"key\": \"jahe-2\", \"claim");
        assertThat(code(write("POST", "/api/v1/claims?dryRun=true", again), 409)).isEqualTo("key_taken");
        write("POST", path + "/withdraw", "");
    }

    @Test
    void who_waits_for_what_a_program_publishes_is_told_and_known_beforehand() throws Exception {
        String text = "Menggosok odol di dahi menyembuhkan vertigo dalam semalam";
        Cases cases = app.bean(Cases.class);
        CaseId waits = cases.submit(question(1, text));
        String claim = CLAIM.replace("Air rebusan jahe membunuh semua virus", text);

        String published = claim.replace("{\"claim", "{\"state\": \"PUBLISHED\", \"claim");
        JsonNode beforehand = json(write("POST", "/api/v1/claims?dryRun=true", published));
        assertThat(beforehand.path("notices").path("waiting").get(0).path("case").asLong()).isEqualTo(waits.value());
        assertThat(beforehand.path("notices").path("waiting").get(0).path("answered").asBoolean()).isTrue();
        assertThat(cases.find(waits).orElseThrow().claim()).isNull();

        String path = created(claim);
        assertThat(write("POST", path + "/publish?dryRun=true", "").body()).contains("\"answered\":true");
        assertThat(json(write("GET", path, "")).path("state").asString()).isEqualTo("DRAFT");
        assertThat(code(write("POST", path + "/publish?dryRun=true", "", "If-Match", "\"7\""), 412))
                .isEqualTo("version_stale");
        write("POST", path + "/publish", "");
        await().untilAsserted(() ->
                assertThat(cases.find(waits).orElseThrow().state()).isEqualTo(CaseState.ANSWERED));
    }

    @Test
    void a_program_may_keep_a_case_out_of_it() throws Exception {
        String text = "Minum kapur sirih campur soda memutihkan gigi dalam satu malam";
        CaseId left = app.bean(Cases.class).submit(question(2, text));
        String path = created(CLAIM.replace("Air rebusan jahe membunuh semua virus", text));
        write("POST", path + "/publish", "{\"leave\": [" + left.value() + "]}");
        long id = Long.parseLong(path.replaceAll(".*/", ""));
        assertThat(app.bean(Cases.class).answers().refused(left, new ClaimId(id))).isTrue();
        assertThat(write("POST", path + "/withdraw?dryRun=true", "").body()).contains("\"waiting\":[]");
    }

    private static Question question(int number, String text) {
        Pseudonym person = new Pseudonym("%032x".formatted(7000 + number));
        return new Question(
                new QuestionKey("%032x".formatted(7000 + number)),
                new Question.Asker(Channel.WEB, person, person),
                Language.ID,
                "NONE",
                text,
                Instant.now());
    }

    @Test
    void what_somebody_else_changed_is_not_overwritten() throws Exception {
        String path = created(CLAIM.replace("jahe", "kunyit"));
        assertThat(code(write("PUT", path, CLAIM), 428)).isEqualTo("version_missing");
        assertThat(code(write("PUT", path, CLAIM, "If-Match", "*"), 400)).isEqualTo("version_unreadable");
        assertThat(write("PUT", path, CLAIM, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(code(write("PUT", path, CLAIM, "If-Match", "\"1\""), 412)).isEqualTo("version_stale");
        assertThat(code(write("POST", path + "/publish", "", "If-Match", "\"1\""), 412)).isEqualTo("version_stale");
    }

    @Test
    void each_fault_is_told_with_its_field_in_the_readers_language() throws Exception {
        HttpResponse<String> response = write(
                "POST", "/api/v1/claims",
                "{\"claim\": \" \", \"verdict\": \"MAYBE\", \"sources\": [{\"url\": \"ftp://x\"}]}");
        assertThat(code(response, 422)).isEqualTo("claim_invalid");
        assertThat(response.body())
                .contains("\"field\":\"claim\"", "\"field\":\"verdict\"", "\"field\":\"sources\"", "This is needed.");
        assertThat(code(write("POST", "/api/v1/claims",
                "{\"claim\": 3, \"claym\": \"x\", \"phrasings\": \"y\", \"state\": \"GONE\", \"tell\": 1, \"leave\": [0]}"), 422))
                .isEqualTo("claim_invalid");
        assertThat(code(write("POST", "/api/v1/claims", "[]"), 400)).isEqualTo("not_json");
        assertThat(code(write("POST", "/api/v1/claims", "{\"claim\": \"" + "a".repeat(1 << 20) + "\"}"), 413))
                .isEqualTo("claim_too_large");
    }

    @Test
    void what_cannot_be_is_refused() throws Exception {
        String path = created("{\"claim\": \"Tanpa hasil\", \"key\": \"api-1\"}");
        assertThat(code(write("POST", path + "/publish", ""), 409)).isEqualTo("move_refused");
        assertThat(code(write("POST", "/api/v1/claims", "{\"claim\": \"Lain\", \"key\": \"api-1\"}"), 409))
                .isEqualTo("key_taken");
        assertThat(code(write("PUT", path, "{\"claim\": \"Lain\", \"key\": \"api-2\"}", "If-Match", "\"1\""), 409))
                .isEqualTo("key_fixed");
        assertThat(code(write("GET", "/api/v1/claims/99999", ""), 404)).isEqualTo("claim_unknown");
    }

    @Test
    void only_tokens_that_may_do_so_read_and_write() throws Exception {
        String path = created(CLAIM.replace("jahe", "serai"));
        assertThat(send("GET", path, "").statusCode()).isEqualTo(401);
        assertThat(send("GET", path, "", "Authorization", "Bearer " + reader).statusCode()).isEqualTo(200);
        assertThat(send("PUT", path, CLAIM, "Authorization", "Bearer " + reader, "If-Match", "\"1\"").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", path + "/publish", "", "Authorization", "Bearer " + reader).statusCode())
                .isEqualTo(403);
        long id = Long.parseLong(path.replaceAll(".*/", ""));
        assertThat(app.bean(Claims.class).find(new ClaimId(id)).orElseThrow().version()).isEqualTo(1);
    }

    private static String code(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        return json(response).path("code").asString();
    }

    private static String token(Scope scope) {
        Account account = app.bean(Accounts.class).named(StaffClient.NAME).orElseThrow();
        return app.bean(ApiTokens.class).make(Actor.TERMINAL, account, scope.name(), scope, Duration.ofDays(1));
    }
}
