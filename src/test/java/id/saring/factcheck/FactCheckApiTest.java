package id.saring.factcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.jackson2.JacksonFactory;
import com.google.api.services.factchecktools.v1alpha1.FactCheckTools;
import com.google.api.services.factchecktools.v1alpha1.model.GoogleFactcheckingFactchecktoolsV1alpha1Claim;
import com.google.api.services.factchecktools.v1alpha1.model.GoogleFactcheckingFactchecktoolsV1alpha1ClaimReview;
import com.google.api.services.factchecktools.v1alpha1.model.GoogleFactcheckingFactchecktoolsV1alpha1FactCheckedClaimSearchResponse;
import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google's own client library, pointed at us by its base address alone. */
class FactCheckApiTest {
    private static final int VACCINES = 23;

    private static RunningApp app;
    private static FactCheckTools google;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(
                0, dataDir, Map.of("saring.base-url", "https://saring.example", "saring.imprint.publisher", "Saring"),
                PublicParts.class);
        Claims claims = app.bean(Claims.class);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PublicParts.publish(claims, "garlic",
                PublicParts.content(Language.ID, "Bawang putih menyembuhkan flu", Verdict.FALSE));
        PublicParts.publish(claims, "garlic.en",
                PublicParts.content(Language.EN, "Garlic water cures influenza", Verdict.MISLEADING));
        PublicParts.save(
                claims, "draft", PublicParts.content(Language.ID, "Bawang putih rahasia", Verdict.TRUE),
                ClaimState.DRAFT);
        for (int i = 0; i < VACCINES; i++) {
            String text = "Vaksin nomor " + i + " mengandung cip pelacak";
            PublicParts.publish(claims, "v" + i,
                    PublicParts.content(Language.ID, text, Verdict.FALSE, today.minusDays(i)));
        }
        google = new FactCheckTools.Builder(new NetHttpTransport(), JacksonFactory.getDefaultInstance(), null)
                .setRootUrl(app.uri("/").toString())
                .setApplicationName("test")
                .build();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_search_returns_our_claims_with_their_reviews() throws IOException {
        GoogleFactcheckingFactchecktoolsV1alpha1Claim claim =
                google.claims().search().setQuery("bawang putih flu").setLanguageCode("id-ID").setKey("any").execute()
                .getClaims().getFirst();
        assertThat(claim.getText()).isEqualTo("Bawang putih menyembuhkan flu");
        assertThat(claim.getClaimDate()).isEqualTo("2026-02-05T00:00:00Z");
        assertThat(claim.getClaimReview()).hasSize(2);
        GoogleFactcheckingFactchecktoolsV1alpha1ClaimReview ours = claim.getClaimReview().getFirst();
        assertThat(ours.getUrl()).isEqualTo("https://saring.example/klaim/1");
        assertThat(ours.getTextualRating()).isEqualTo("Salah");
        assertThat(ours.getLanguageCode()).isEqualTo("id");
        assertThat(ours.getReviewDate()).isEqualTo("2026-03-17T00:00:00Z");
        assertThat(ours.getPublisher().getSite()).isEqualTo("saring.example");
        assertThat(ours.getPublisher().getName()).isEqualTo("Tim Cek");
        GoogleFactcheckingFactchecktoolsV1alpha1ClaimReview theirs = claim.getClaimReview().get(1);
        assertThat(theirs.getPublisher().getSite()).isEqualTo("cek.example");
        assertThat(theirs.getTitle()).isEqualTo("Hasil pemeriksaan");
    }

    @Test
    void only_claims_of_the_language_are_found() throws IOException {
        assertThat(texts(google.claims().search().setQuery("garlic influenza").setLanguageCode("en-GB").execute()))
                .containsExactly("Garlic water cures influenza");
        assertThat(google.claims().search().setQuery("garlic influenza").setLanguageCode("sr-Latn").execute()
                .getClaims())
                .isNull();
    }

    @Test
    void what_is_not_public_is_not_found() throws IOException {
        assertThat(texts(google.claims().search().setQuery("bawang putih rahasia").execute()))
                .doesNotContain("Bawang putih rahasia");
    }

    @Test
    void a_key_of_ours_that_is_not_known_is_told_as_google_would() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri("/v1alpha1/claims:search?query=vaksin"))
                .header("X-Api-Key", "saringkey_wrong")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("INVALID_ARGUMENT", "API key not valid.", "API_KEY_INVALID");
    }

    @Test
    void nothing_found_is_an_empty_answer() throws Exception {
        assertThat(get("/v1alpha1/claims:search?query=zyxwvut&prettyPrint=false").body().strip()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({"vaksin cip pelacak,", ",saring.example"})
    void pages_hold_every_claim_once(String query, String site) throws IOException {
        List<String> seen = new ArrayList<>();
        String token = null;
        int pages = 0;
        do {
            GoogleFactcheckingFactchecktoolsV1alpha1FactCheckedClaimSearchResponse page = google.claims()
                    .search()
                    .setQuery(query)
                    .setReviewPublisherSiteFilter(site)
                    .setPageToken(token)
                    .execute();
            assertThat(page.getClaims()).hasSizeLessThanOrEqualTo(10);
            seen.addAll(texts(page));
            token = page.getNextPageToken();
        } while (token != null && ++pages < 10);
        assertThat(seen).doesNotHaveDuplicates().hasSize(query == null ? VACCINES + 2 : VACCINES);
    }

    @Test
    void an_offset_passes_over_the_first_results() throws IOException {
        List<String> all = texts(google.claims().search().setQuery("vaksin cip pelacak").setPageSize(23).execute());
        List<String> rest = texts(google.claims().search().setQuery("vaksin cip pelacak").setOffset(20).setPageSize(100)
                .execute());
        assertThat(rest).isEqualTo(all.subList(20, 23));
    }

    @Test
    void only_claims_young_enough_are_found() throws IOException {
        assertThat(texts(google.claims().search().setQuery("vaksin cip pelacak").setMaxAgeDays(4).setPageSize(50)
                .execute()))
                .hasSize(5);
        assertThat(texts(google.claims().search().setReviewPublisherSiteFilter("saring.example").setMaxAgeDays(4)
                .execute()))
                .hasSize(5);
    }

    @Test
    void a_site_filter_keeps_the_reviews_of_that_site() throws IOException {
        var found = google.claims().search().setReviewPublisherSiteFilter("cek.example").setPageSize(1).execute()
                .getClaims();
        assertThat(found.getFirst().getClaimReview()).singleElement().satisfies(review ->
                assertThat(review.getPublisher().getSite()).isEqualTo("cek.example"));
        assertThat(google.claims().search().setReviewPublisherSiteFilter("other.example").execute()
                .getClaims()).isNull();
    }

    @Test
    void a_search_without_words_and_site_is_an_invalid_argument() {
        GoogleJsonResponseException failure = catchThrowableOfType(
                GoogleJsonResponseException.class, () -> google.claims().search().execute());
        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getDetails().getCode()).isEqualTo(400);
        assertThat(failure.getDetails().getMessage()).isEqualTo("Request contains an invalid argument.");
        assertThat(failure.getDetails().get("status")).isEqualTo("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query=a&pageSize=many      | Invalid value at 'page_size' (TYPE_INT32), "many" | page_size
            query=a&maxAgeDays=1.5     | Invalid value at 'max_age_days' (TYPE_INT32), "1.5" | max_age_days
            query=a&offset=99999999999 | Invalid value at 'offset' (TYPE_INT32), "99999999999" | offset
            """)
    void a_value_that_is_no_number_is_told_with_its_field(String query, String message, String field) throws Exception {
        HttpResponse<String> response = get("/v1alpha1/claims:search?" + query.replace(" ", "%20"));
        JsonNode error = JsonMapper.shared().readTree(response.body()).path("error");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error.path("message").stringValue()).isEqualTo(message);
        assertThat(error.path("status").stringValue()).isEqualTo("INVALID_ARGUMENT");
        JsonNode detail = error.path("details").path(0);
        assertThat(detail.path("@type").stringValue()).isEqualTo("type.googleapis.com/google.rpc.BadRequest");
        assertThat(detail.path("fieldViolations").path(0).path("field").stringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "query=a&nonsense=1", "query=a&pageSize=-1", "query=a&offset=-3", "query=a&maxAgeDays=-1",
                "query=a&pageToken=xyz"
    })
    void what_the_original_refuses_is_refused(String query) throws Exception {
        HttpResponse<String> response = get("/v1alpha1/claims:search?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("INVALID_ARGUMENT");
    }

    @Test
    void a_token_does_not_go_with_another_search() throws IOException {
        String token = google.claims().search().setQuery("vaksin cip pelacak").execute().getNextPageToken();
        GoogleJsonResponseException failure = catchThrowableOfType(
                GoogleJsonResponseException.class,
                () -> google.claims().search().setQuery("bawang").setPageToken(token).execute());
        assertThat(failure.getStatusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"vaksin cip pelacak,", ",cek.example"})
    void a_claim_published_or_withdrawn_meanwhile_moves_no_other(String query, String site) throws IOException {
        Claims claims = app.bean(Claims.class);
        var search = google.claims().search().setQuery(query).setReviewPublisherSiteFilter(site).setPageSize(5);
        List<String> before = new ArrayList<>(
                texts(google.claims().search().setQuery(query).setReviewPublisherSiteFilter(site).setPageSize(100)
                        .execute()));
        var first = search.execute();
        List<String> seen = new ArrayList<>(texts(first));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var added = PublicParts.content(Language.ID, "Vaksin baru mengandung cip pelacak", Verdict.FALSE, today);
        PublicParts.publish(claims, "meanwhile", added);
        var gone = claims.findByKey("v1").orElseThrow();
        PublicParts.save(claims, "v1", gone.content(), ClaimState.WITHDRAWN);
        try {
            String token = first.getNextPageToken();
            while (token != null) {
                var page = search.setPageToken(token).execute();
                seen.addAll(texts(page));
                token = page.getNextPageToken();
            }
        } finally {
            PublicParts.save(claims, "meanwhile", added, ClaimState.WITHDRAWN);
            PublicParts.publish(claims, "v1", gone.content());
        }
        before.removeAll(List.of(gone.text(), added.text()));
        assertThat(seen).doesNotHaveDuplicates().containsAll(before).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "claims:search, 400, INVALID_ARGUMENT, badRequest",
        "claims:search?query=a&nonsense=1, 400, INVALID_ARGUMENT, badRequest",
        "pages, 404, NOT_FOUND, notFound"
    })
    void the_older_form_of_an_error_has_the_words_of_the_older_services(
            String path, int code, String status, String reason) throws Exception {
        JsonNode error = JsonMapper.shared()
                .readTree(get("/v1alpha1/" + path + (path.contains("?") ? "&" : "?") + "$.xgafv=1").body())
                .path("error");
        assertThat(error.path("code").intValue()).isEqualTo(code);
        assertThat(error.path("status").stringValue()).isEqualTo(status);
        assertThat(error.path("errors").path(0).path("reason").stringValue()).isEqualTo(reason);
        assertThat(error.path("errors").path(0).path("message")).isEqualTo(error.path("message"));
        assertThat(JsonMapper.shared().readTree(get("/v1alpha1/" + path).body()).path("error").has("errors"))
                .isFalse();
    }

    @Test
    void what_we_do_not_have_is_told_as_google_would() {
        GoogleJsonResponseException failure =
                catchThrowableOfType(GoogleJsonResponseException.class, () -> google.pages().list().execute());
        assertThat(failure.getStatusCode()).isEqualTo(404);
        assertThat(failure.getDetails().get("status")).isEqualTo("NOT_FOUND");
    }

    @Test
    void names_may_have_the_form_of_protocol_buffers_and_browsers_may_ask() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(app.uri("/v1alpha1/claims:search?query=vaksin&page_size=2&language_code=id"))
                .header("Origin", "https://elsewhere.example")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(JsonMapper.shared().readTree(response.body()).path("claims").size()).isEqualTo(2);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
    }

    private static List<String> texts(GoogleFactcheckingFactchecktoolsV1alpha1FactCheckedClaimSearchResponse response) {
        return response.getClaims() == null
                ? List.of()
                : response.getClaims().stream().map(GoogleFactcheckingFactchecktoolsV1alpha1Claim::getText).toList();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(app.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
