package id.saring.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.http.Revalidation;
import id.saring.queue.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds and the open data over HTTP. */
class FeedsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int CLAIMS = 120;
    private static final Duration AFTERWARDS = Revalidation.SETTLED.plusSeconds(2);

    private static final SettableClock CLOCK = new SettableClock();

    private static RunningApp app;
    private static Claims claims;

    /** Stands until it is moved on. */
    @Configuration(proxyBeanMethods = false)
    static class Clocked {
        @Bean
        @Primary
        Clock settableClock() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, Map.of("saring.base-url", "https://saring.example"), PublicParts.class, Clocked.class);
        claims = app.bean(Claims.class);
        for (int i = 1; i <= CLAIMS; i++) {
            PublicParts.publish(claims, "c" + i,
                    PublicParts.content(Language.ID, "Klaim <" + i + "> & lainnya", Verdict.FALSE));
        }
        PublicParts.publish(claims, "c7", PublicParts.content(Language.ID, "Klaim <7> & lainnya", Verdict.TRUE));
        PublicParts.publish(claims, "c8",
                PublicParts.content(Language.ID, "Klaim <8> dengan kata lain", Verdict.FALSE));
        PublicParts.save(
                claims, "c9", PublicParts.content(Language.ID, "Klaim <9> & lainnya", Verdict.FALSE),
                ClaimState.WITHDRAWN);
        PublicParts.save(claims, "draft", PublicParts.content(Language.ID, "Rancangan", Verdict.FALSE),
                ClaimState.DRAFT);
        PublicParts.publish(claims, "=1+1", PublicParts.content(Language.EN, "=HYPERLINK(\"x\")", Verdict.SATIRE));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void atom_pages_lead_through_every_published_claim_the_latest_first() throws Exception {
        List<String> ids = follow("/feeds/verdicts.atom", "link", "entry");
        assertThat(ids).hasSize(CLAIMS).doesNotHaveDuplicates();
        assertThat(ids.subList(0, 3)).containsExactly(page("=1+1"), page("c8"), page("c7"));
        assertThat(ids).doesNotContain("https://saring.example/klaim/9");
    }

    @Test
    void rss_pages_lead_through_every_published_claim() throws Exception {
        assertThat(follow("/feeds/verdicts.rss", "atom:link", "item")).hasSize(CLAIMS).doesNotHaveDuplicates();
    }

    @Test
    void an_entry_tells_the_verdict_with_the_claim() throws Exception {
        Element entry = (Element) xml(get("/feeds/verdicts.atom?language=en").body())
                .getElementsByTagName("entry").item(0);
        assertThat(text(entry, "title")).isEqualTo("[Satire] =HYPERLINK(\"x\")");
        assertThat(text(entry, "summary")).isEqualTo("Alasan singkat. A short reason.");
        assertThat(((Element) entry.getElementsByTagName("category").item(0)).getAttribute("term")).isEqualTo("SATIRE");
        assertThat(entry.getAttribute("xml:lang")).isEqualTo("en");
    }

    @Test
    void the_feed_of_corrections_tells_only_changed_verdicts_and_withdrawals() throws Exception {
        String atom = get("/feeds/corrections.atom").body();
        NodeList entries = xml(atom).getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(2);
        assertThat(text((Element) entries.item(0), "title")).startsWith("Ditarik: klaim");
        assertThat(text((Element) entries.item(1), "title"))
                .isEqualTo("Hasilnya dikoreksi (Salah → Benar): Klaim <7> & lainnya");
        assertThat(atom).doesNotContain("&lt;9>");
        assertThat(get("/feeds/corrections.rss?lang=en").body()).contains("Verdict corrected (False → True)");
    }

    @Test
    void json_lines_hold_every_claim_with_licence_and_date() throws Exception {
        List<JsonNode> rows = get("/feeds/claims.jsonl").body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(rows).hasSize(CLAIMS);
        JsonNode row = rows.getFirst();
        assertThat(row.path("claim").stringValue()).isEqualTo("Klaim <1> & lainnya");
        assertThat(row.path("licence").stringValue()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(row.path("url").stringValue()).isEqualTo("https://saring.example/klaim/1");
        assertThat(row.path("updatedAt").stringValue()).matches("\\d{4}-.*Z");
        assertThat(row.path("sources").path(0).path("publisher").stringValue()).isEqualTo("Tim Cek");
    }

    @Test
    void csv_holds_every_claim_and_no_formula() throws Exception {
        try (var parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(get("/feeds/claims.csv").body()))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(CLAIMS);
            assertThat(rows.getLast().get("claim")).isEqualTo("'=HYPERLINK(\"x\")");
            assertThat(rows.getFirst().get("sources"))
                    .isEqualTo("https://www.cek.example/hasil?a=1&b=2 | https://data.example/catatan");
        }
    }

    @Test
    void the_data_feed_holds_claim_reviews() throws Exception {
        JsonNode feed = JsonMapper.shared().readTree(get("/feeds/claims.json").body());
        assertThat(feed.path("@type").stringValue()).isEqualTo("DataFeed");
        assertThat(feed.path("license").stringValue()).startsWith("https://creativecommons.org/");
        assertThat(feed.path("dataFeedElement").size()).isEqualTo(CLAIMS);
        JsonNode item = feed.path("dataFeedElement").path(0);
        assertThat(item.path("@type").stringValue()).isEqualTo("DataFeedItem");
        assertThat(item.path("item").path("@type").stringValue()).isEqualTo("ClaimReview");
        assertThat(item.path("item").has("@context")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "json"})
    void data_comes_in_pages_if_asked(String form) throws Exception {
        String path = "/feeds/claims." + form + "?limit=50";
        int pages = 0;
        int rows = 0;
        while (path != null) {
            HttpResponse<String> response = get(path);
            rows += Pattern.compile("https://saring\\.example/klaim/\\d+").matcher(response.body()).results()
                    .map(r -> r.group()).distinct().count();
            Matcher next = Pattern.compile("<https://saring\\.example([^>]*)>; rel=\"next\"")
                    .matcher(response.headers().allValues("Link").toString());
            path = next.find() ? next.group(1) : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(rows).isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/feeds/verdicts.atom", "/feeds/verdicts.rss", "/feeds/corrections.atom", "/feeds/corrections.rss",
        "/feeds/claims.jsonl", "/feeds/claims.csv", "/feeds/claims.json"
    })
    void who_has_it_already_is_told_so_by_tag_and_by_date(String path) throws Exception {
        HttpResponse<String> first = get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        CLOCK.advance(AFTERWARDS);
        String date = get(path).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void data_is_compressed_for_who_can_read_that() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri("/feeds/claims.jsonl"))
                .header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(body.lines()).hasSize(CLAIMS);
    }

    @Test
    void a_page_lists_them_all() throws Exception {
        assertThat(get("/feeds").body())
                .contains("/feeds/verdicts.atom", "/feeds/corrections.rss", "/feeds/claims.jsonl",
                "rel=\"license noopener\"");
    }

    private static String page(String key) {
        Claim claim = claims.findByKey(key).orElseThrow();
        return "https://saring.example/klaim/" + claim.id();
    }

    private static List<String> follow(String path, String link, String entry) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = path;
        while (next != null) {
            Document page = xml(get(next).body());
            NodeList entries = page.getElementsByTagName(entry);
            for (int i = 0; i < entries.getLength(); i++) {
                ids.add(text((Element) entries.item(i), entry.equals("entry") ? "id" : "guid"));
            }
            next = null;
            NodeList links = page.getElementsByTagName(link);
            for (int i = 0; i < links.getLength(); i++) {
                Element one = (Element) links.item(i);
                if (one.getAttribute("rel").equals("next")) {
                    URI uri = URI.create(one.getAttribute("href"));
                    next = uri.getPath() + "?" + uri.getQuery();
                }
            }
        }
        return ids;
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
