package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages without a browser. */
class SiteTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(dataDir, SiteParts.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /         | ''             | ''                 | id | Saring sebelum sharing
            /         | en-GB,id;q=0.5 | ''                 | en | Sift before you share
            /         | fr, in;q=0.8   | ''                 | id | Saring sebelum sharing
            /         | fr             | ''                 | id | Saring sebelum sharing
            /?lang=en | id             | ''                 | en | Sift before you share
            /?lang=xx | en             | ''                 | en | Sift before you share
            /         | id             | saring_lang=en     | en | Sift before you share
            /?lang=id | en             | saring_lang=en     | id | Saring sebelum sharing
            /         | en             | saring_lang=<evil> | en | Sift before you share
            """)
    void the_page_speaks_the_language_chosen_remembered_or_preferred(
            String path, String accept, String cookie, String lang, String heading) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path));
        if (!accept.isEmpty()) {
            request.header("Accept-Language", accept);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> response = send(request);
        assertThat(response.body()).contains("<html lang=\"" + lang + "\"").contains("<h1>" + heading);
    }

    @Test
    void a_choice_of_language_is_remembered() throws Exception {
        HttpResponse<String> response = get("/?lang=en");
        assertThat(response.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("saring_lang=en;")
                        .contains("Path=/", "Max-Age=31536000", "HttpOnly", "SameSite=Lax"));
        assertThat(get("/").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/klaim/1", "/klaim/999", "/site.css", "/chat.js", "/api/v1/check"})
    void every_answer_forbids_what_is_not_ours(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/klaim/1", "/klaim/999"})
    void pages_hold_no_inline_script_or_style_and_load_only_from_here(String path) throws Exception {
        assertThat(get(path).body())
                .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/ld\\+json\"))")
                .doesNotContain("<style", " style=", " onclick", " onload")
                .doesNotContainPattern("(?:src|<link rel=\"(?:stylesheet|icon)\"[^>]* href)=\"(?:https?:)?//");
    }

    @Test
    void a_style_sheet_is_asked_for_again_but_sent_only_if_it_changed() throws Exception {
        HttpResponse<String> first = get("/site.css");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        HttpResponse<String> again = send(HttpRequest.newBuilder(app.uri("/site.css"))
                .header("If-Modified-Since", first.headers().firstValue("Last-Modified").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void a_claim_has_a_page() throws Exception {
        assertThat(get("/klaim/1").body())
                .contains("Bawang putih menyembuhkan flu", "stamp verdict-FALSE\">Salah<", "Tidak ada bukti ilmiah.")
                .contains("href=\"https://example.org/bawang\" target=\"_blank\" rel=\"noopener\"")
                .contains("17 Maret 2020", "oleh Tim Periksa", "1 Februari 2020");
        assertThat(get("/klaim/1?lang=en").body()).contains("17 March 2020", ">False<");
    }

    @Test
    void a_claims_text_is_never_markup() throws Exception {
        assertThat(get("/klaim/2").body()).contains("&lt;img src=x").doesNotContain("<img src=x", "<b>tebal");
    }

    @ParameterizedTest
    @CsvSource({
        "/klaim/3,404,Halamannya tidak ada",
        "/klaim/4,410,Klaim ini sudah ditarik",
        "/klaim/0,404,Halamannya tidak ada",
        "/klaim/99,404,Halamannya tidak ada",
        "/klaim/satu,404,Halamannya tidak ada",
        "/klaim/99999999999999999999,404,Halamannya tidak ada",
        "/tidak/ada,404,Halamannya tidak ada",
        "/error,404,Halamannya tidak ada",
    })
    void what_is_not_there_has_a_friendly_page(String path, int status, String title) throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(app.uri(path)).header("Accept", "text/html,*/*;q=0.8"));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("<h1>" + title + "</h1>").doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void a_program_is_told_of_what_is_not_there_in_its_own_form() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(app.uri("/klaim/4")).header("Accept-Language", "en"));
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"claim_withdrawn\"", "That claim has been withdrawn.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bawang putih | 200 | verdict-FALSE">Salah<
            mirip        | 200 | Mungkin maksudnya salah satu dari ini?
            kata         | 200 | href="/klaim/2"
            entah        | 200 | Pesan ini belum ada di daftar kami
            !!!          | 200 | tidak menemukan tulisan
            ' '          | 400 | Belum ada teks yang bisa diperiksa
            """)
    void a_browser_without_scripts_is_answered_on_the_page(String text, int status, String expected) throws Exception {
        HttpResponse<String> response = post("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(expected).doesNotContain("<script", "<img src=x");
    }

    @Test
    void a_form_shows_a_hostile_text_as_text() throws Exception {
        String body = post("text=" + URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8)).body();
        assertThat(body).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>");
    }

    @Test
    void a_tapped_example_works_without_scripts() throws Exception {
        assertThat(post("text=&example=bawang").body()).contains("verdict-FALSE");
    }

    @Test
    void a_form_may_hold_the_longest_text_but_no_longer_one() throws Exception {
        assertThat(post("text=" + "a".repeat(20_000)).statusCode()).isEqualTo(200);
        HttpResponse<String> response = post("text=" + "a".repeat(20_001));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("20.001 huruf, paling banyak 20.000");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(app.uri(path)));
    }

    private static HttpResponse<String> post(String form) throws Exception {
        URI uri = app.uri("/cek");
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
