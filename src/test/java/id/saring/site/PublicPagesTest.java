package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.audit.Lookups;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import id.saring.queue.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public pages over a real store and the real matcher, without a browser. */
class PublicPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HOSTILE = "</script><script>alert(1)</script> & \"kutipan\" <b>";

    /** What a page fetches that is no picture. */
    private static final Pattern PART =
            Pattern.compile("(?:<script[^>]* src|<link rel=\"stylesheet\" href)=\"([^\"]+)\"");

    private static final SettableClock CLOCK = new SettableClock();
    private static final Duration AFTERWARDS = Revalidation.SETTLED.plusSeconds(2);

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
        app = RunningApp.start(
                0,
                dataDir,
                Map.of(
                        "saring.base-url", "https://saring.example",
                        "saring.site.telegram-bot", "@SaringBot",
                        "saring.site.whatsapp-number", "+62 812-0000-0000"),
                PublicParts.class,
                Clocked.class);
        claims = app.bean(Claims.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_changed_verdict_is_shown_by_the_very_next_request() throws Exception {
        Claim claim = publish("fresh", "Air kelapa menetralkan vaksin", Verdict.FALSE);
        String path = "/klaim/" + claim.id();
        assertThat(get(path).body()).contains("stamp verdict-FALSE");
        for (Verdict verdict : List.of(Verdict.MISLEADING, Verdict.TRUE, Verdict.FALSE)) {
            publish("fresh", "Air kelapa menetralkan vaksin", verdict);
            assertThat(get(path).body()).contains("stamp verdict-" + verdict);
        }
    }

    @Test
    void a_correction_stands_openly_in_the_history() throws Exception {
        publish("corrected", "Jembatan itu runtuh kemarin", Verdict.FALSE);
        Claim claim = publish("corrected", "Jembatan itu runtuh kemarin", Verdict.TRUE);
        assertThat(get("/klaim/" + claim.id()).body())
                .contains("Hasil pemeriksaan ini pernah kami koreksi.", "Hasilnya dikoreksi", "<del>Salah</del>",
                "<ins>Benar</ins>");
        assertThat(get("/klaim/" + claim.id() + "?lang=en").body())
                .contains("We have corrected this verdict.", "<del>False</del>");
    }

    @Test
    void a_page_that_is_the_same_is_not_sent_again_and_a_changed_one_is() throws Exception {
        Claim claim = publish("tagged", "Lampu lalu lintas baru memotret wajah", Verdict.FALSE);
        HttpResponse<String> first = get("/klaim/" + claim.id());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=0, must-revalidate");
        assertThat(get("/klaim/" + claim.id(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        publish("another", "Sesuatu yang lain sama sekali", Verdict.TRUE);
        assertThat(get("/klaim/" + claim.id(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        publish("tagged", "Lampu lalu lintas baru memotret wajah", Verdict.PARTLY_TRUE);
        assertThat(get("/klaim/" + claim.id(), "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/klaim/{id}", "/klaim", "/sitemap.xml", "/feeds/verdicts.atom", "/feeds/corrections.rss",
        "/feeds/claims.jsonl"
    })
    void who_knows_the_date_only_sees_a_second_change_within_its_second(String page) throws Exception {
        CLOCK.advance(AFTERWARDS);
        String path = page.replace("{id}", dated(Verdict.MISLEADING).id().toString());
        HttpResponse<String> first = get(path);
        assertThat(first.headers().firstValue("ETag")).isPresent();
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        String got = date(CLOCK.instant());
        CLOCK.advance(Duration.ofMillis(700));
        dated(Verdict.FALSE);
        assertThat(get(path, "If-Modified-Since", got).statusCode()).isEqualTo(200);
        CLOCK.advance(AFTERWARDS);
        HttpResponse<String> settled = get(path, "If-Modified-Since", got);
        assertThat(settled.statusCode()).isEqualTo(200);
        String date = settled.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", date(CLOCK.instant())).statusCode()).isEqualTo(304);
    }

    private static Claim dated(Verdict verdict) {
        return publish("dated", "Bulan akan menjauh besok pagi", verdict);
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    @Test
    void a_page_is_sent_compressed_to_who_reads_that() throws Exception {
        Claim claim = publish("gzip", "Magnet di kulkas merusak makanan", Verdict.FALSE);
        HttpRequest request = HttpRequest.newBuilder(app.uri("/klaim/" + claim.id()))
                .header("Accept-Encoding", "gzip, br").build();
        HttpResponse<byte[]> packed = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String html = new String(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(html).isEqualTo(get("/klaim/" + claim.id()).body());
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void every_claim_page_holds_a_claim_review_valid_by_schema_org(Verdict verdict) throws Exception {
        for (ClaimContent content : List.of(
                PublicParts.content(Language.EN, "Claim " + verdict + " " + HOSTILE, verdict),
                new ClaimContent(
                        Language.ID, "Klaim polos " + verdict, null, verdict, null, null, null, List.of(),
                        List.of(), List.of(),
                        null, null, null))) {
            Claim claim = PublicParts.publish(claims, "schema-" + content.language() + verdict, content);
            JsonNode review = jsonLd(get("/klaim/" + claim.id()).body());
            assertThat(SchemaOrg.faults(review)).isEmpty();
            assertThat(review.path("@context").stringValue()).isEqualTo("https://schema.org");
            assertThat(review.path("url").stringValue()).isEqualTo("https://saring.example/klaim/" + claim.id());
            assertThat(review.path("claimReviewed").stringValue()).isEqualTo(content.text());
            assertThat(review.path("author").path("name").stringValue()).isNotBlank();
            assertThat(review.path("reviewRating").path("alternateName").stringValue()).isNotBlank();
            assertThat(review.path("datePublished").stringValue()).isNotBlank();
        }
    }

    @Test
    void the_feed_of_all_claim_reviews_is_valid_by_schema_org_too() throws Exception {
        publish("feed", "Ada di dalam kumpulan", Verdict.MISLEADING);
        JsonNode feed = JsonMapper.shared().readTree(get("/feeds/claims.json").body());
        assertThat(SchemaOrg.faults(feed)).isEmpty();
        assertThat(feed.path("dataFeedElement").size()).isPositive();
    }

    @Test
    void the_definitions_find_what_is_wrong() throws Exception {
        JsonNode wrong = JsonMapper.shared().readTree("""
                {"@type":"ClaimReview","appearance":"x","url":"no address","datePublished":"tomorrow",
                 "reviewRating":{"@type":"Rating","claimReviewed":"x"},"author":{"@type":"Rating"},"nonsense":1}""");
        assertThat(SchemaOrg.faults(wrong)).hasSize(6);
    }

    @Test
    void a_claims_words_cannot_leave_the_script_element() throws Exception {
        Claim claim = publish("hostile", HOSTILE, Verdict.FALSE);
        assertThat(get("/klaim/" + claim.id()).body()).doesNotContain("<script>alert", "</script><script>");
    }

    @Test
    void sharing_and_asking_carry_the_claim_and_its_verdict() throws Exception {
        Claim claim = publish("share", "Kopi & teh menghapus virus", Verdict.FALSE);
        String body = get("/klaim/" + claim.id()).body();
        String url = "https%3A%2F%2Fsaring.example%2Fklaim%2F" + claim.id();
        String said = "%5BSalah%5D%20Kopi%20%26%20teh%20menghapus%20virus";
        assertThat(body)
                .contains("https://wa.me/?text=" + said + "%0A" + url)
                .contains("https://t.me/share/url?url=" + url + "&amp;text=" + said)
                .contains("https://x.com/intent/post?url=" + url + "&amp;text=" + said)
                .contains("https://t.me/SaringBot?text=Kopi%20%26%20teh")
                .contains("https://wa.me/6281200000000?text=Kopi%20%26%20teh")
                .contains("<meta property=\"og:image\" content=\"https://saring.example/klaim/" + claim.id()
                + "/1.png\">")
                .contains("<link rel=\"canonical\" href=\"https://saring.example/klaim/" + claim.id() + "\">");
    }

    @Test
    void who_asks_for_no_language_gets_the_claims_own() throws Exception {
        Claim english = PublicParts.publish(claims, "own",
                PublicParts.content(Language.EN, "Bananas glow at night", Verdict.FALSE));
        assertThat(get("/klaim/" + english.id()).body()).contains("<html lang=\"en\"", ">False<");
        assertThat(get("/klaim/" + english.id(), "Accept-Language", "id").body())
                .contains("<html lang=\"id\"", ">Salah<");
        assertThat(get("/klaim/" + english.id(), "Cookie", "saring_lang=id").body()).contains("<html lang=\"id\"");
    }

    @Test
    void what_stands_around_each_claim_is_in_the_language_of_its_page_and_leads_to_the_other() throws Exception {
        for (Claim claim : List.of(publish("framed", "Awan ini berisi klorin", Verdict.FALSE),
                publish("framed2", "Hujan ini berisi garam", Verdict.TRUE))) {
            String path = "/klaim/" + claim.id();
            assertThat(get(path + "?lang=id").body())
                    .contains("Untuk program", "href=\"?lang=en\" lang=\"en\"", "/feeds/verdicts.atom", "/site.css")
                    .doesNotContain("For programs");
            assertThat(get(path + "?lang=en").body())
                    .contains("For programs", "href=\"?lang=id\" lang=\"id\"", "/feeds/verdicts.atom", "/site.css")
                    .doesNotContain("Untuk program");
        }
    }

    @Test
    void translations_name_each_other_as_long_as_they_are_public() throws Exception {
        Claim first = publish("twin", "Garam menghentikan banjir", Verdict.FALSE);
        assertThat(get("/klaim/" + first.id()).body()).doesNotContain("hreflang=\"en\" href=\"https");
        Claim second = PublicParts.publish(claims, "twin.en",
                PublicParts.content(Language.EN, "Salt stops floods", Verdict.FALSE));
        String link = "<link rel=\"alternate\" hreflang=\"en\" href=\"https://saring.example/klaim/"
                + second.id() + "\">";
        assertThat(get("/klaim/" + first.id()).body()).contains(link);
        assertThat(get("/klaim/" + second.id()).body())
                .contains(link, "hreflang=\"id\" href=\"https://saring.example/klaim/" + first.id())
                .containsPattern("hreflang=\"x-default\"\\s+href=\"https://saring.example/klaim/" + first.id() + "\"");
        PublicParts.save(claims, "twin.en", second.content(), ClaimState.WITHDRAWN);
        assertThat(get("/klaim/" + first.id()).body()).doesNotContain(link);
    }

    @Test
    void a_withdrawn_claim_is_gone_page_picture_and_data() throws Exception {
        Claim claim = publish("gone", "Ini akan ditarik", Verdict.FALSE);
        assertThat(get("/klaim/" + claim.id()).statusCode()).isEqualTo(200);
        PublicParts.save(claims, "gone", claim.content(), ClaimState.WITHDRAWN);
        for (String path : List.of("/klaim/" + claim.id(), "/klaim/" + claim.id() + "/1.png", "/api/v1/verdicts/"
                + claim.id())) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(410);
        }
        assertThat(get("/klaim/" + claim.id(), "Accept", "text/html").body())
                .contains("Klaim ini sudah ditarik")
                .doesNotContain("Ini akan ditarik");
        assertThat(get("/sitemap.xml").body()).doesNotContain("/klaim/" + claim.id() + "<");
    }

    @Test
    void the_english_name_of_a_page_leads_to_its_address() throws Exception {
        HttpResponse<String> response = get("/claims/1");
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/klaim/1");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void a_picture_has_the_size_that_networks_want_and_the_colour_of_the_verdict(Verdict verdict) throws Exception {
        String text = "Pesan berantai yang sangat panjang tentang " + verdict + " " + "dan seterusnya ".repeat(30);
        Claim claim = publish("picture" + verdict, text, verdict);
        HttpRequest request =
                HttpRequest.newBuilder(app.uri("/klaim/" + claim.id() + "/" + claim.version() + ".png")).build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(image.getRGB(5, 300)).isNotEqualTo(image.getRGB(1190, 300)).isNotEqualTo(0xFFFFFFFF);
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/picture-" + verdict + ".png"), response.body());
    }

    @Test
    void the_list_searches_filters_and_pages() throws Exception {
        for (int i = 0; i < 25; i++) {
            PublicParts.publish(
                    claims,
                    "list" + i,
                    PublicParts.content(Language.ID, "Layang-layang nomor " + i + " menurunkan hujan", Verdict.SATIRE,
                    LocalDate.of(2019, 1, 1).plusDays(i)));
        }
        String first = get("/klaim?q=layang-layang+hujan").body();
        assertThat(first).contains("Hasil pencarian", "25 klaim", "Halaman 1 dari 2",
                "/klaim?q=layang-layang%20hujan&amp;page=2");
        assertThat(get("/klaim?q=layang-layang+hujan&page=2").body()).contains("Halaman 2 dari 2")
                .doesNotContain("rel=\"next\"");
        assertThat(get("/claims?lang=en&verdict=SATIRE&from=2019-01-10&to=2019-01-12").body())
                .contains("3 claims", "nomor 9 ", "nomor 10 ", "nomor 11 ")
                .doesNotContain("nomor 8 ", "nomor 12 ");
        assertThat(get("/klaim?verdict=SATIRE&language=en&to=2019-12-31").body())
                .contains("Belum ada klaim yang cocok");
        assertThat(get("/klaim?q=zyxwv+utsrq&verdict=wrong&from=never&page=-1").body())
                .contains("Belum ada klaim yang cocok");
        assertThat(get("/klaim?q=%3Cscript%3Ealert(1)").body()).doesNotContain("<script>alert");
    }

    @Test
    void what_most_people_ask_stands_first_in_the_list() throws Exception {
        Claim claim = publish("asked", "Paling ditanyakan di seluruh negeri", Verdict.FALSE);
        Lookups lookups = app.bean(Lookups.class);
        for (int i = 0; i < 3; i++) {
            lookups.add(new id.saring.audit.Lookup(
                    Instant.now().minus(Duration.ofDays(1)),
                    new id.saring.audit.Lookup.Asked(
                            Channel.TELEGRAM, new Pseudonym("0123456789abcdef0123456789abcde" + i), "DIRECT",
                            "telegram:" + i),
                    Language.ID,
                    "match",
                    new id.saring.audit.Lookup.Answer(claim.id(), 1, 0.9),
                    List.of(),
                    Duration.ZERO,
                    false));
        }
        assertThat(new MostAsked(lookups, java.time.Clock.systemUTC()).ids()).first().isEqualTo(claim.id());
        assertThat(new MostAsked(lookups, java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofDays(8)))
                .ids()).isEmpty();
    }

    /** With its style sheets and scripts, as a browser fetches them; in both languages, and also what a form brings. */
    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/klaim", "/klaim?q=vaksin+cip", "/klaim?verdict=FALSE&page=2", "/feeds", "/api", "/widget", "CLAIM",
        "/klaim/9999", "POST /cek", "POST /widget"
    })
    void pages_stay_small(String path) throws Exception {
        for (int i = 0; i < 41; i++) {
            publish("small" + i, "Vaksin nomor " + i + " berisi cip pelacak yang menyiarkan letak orangnya", Verdict.FALSE);
        }
        String claim = "/klaim/" + claims.findByKey("small0").orElseThrow().id();
        for (String language : List.of("id", "en")) {
            HttpResponse<String> page = path.startsWith("POST ")
                    ? post(path.substring(5), "text=vaksin+berisi+cip", "Accept-Language", language)
                    : get(path.replace("CLAIM", claim), "Accept", "text/html", "Accept-Language", language);
            String html = page.body();
            assertThat(html).contains("<html lang=\"" + language + "\"");
            int size = bytes(html);
            Matcher part = PART.matcher(html);
            while (part.find()) {
                assertThat(part.group(1)).startsWith("/").doesNotStartWith("//");
                HttpResponse<String> got = get(part.group(1).replace("&amp;", "&"));
                assertThat(got.statusCode()).isEqualTo(200);
                size += bytes(got.body());
            }
            assertThat(size).as(path + " in " + language).isBetween(3_000, 50_000);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void the_widget_is_small_and_the_only_page_that_others_may_frame() throws Exception {
        int size = List.of("/widget", "/widget.js", "/widget-frame.js", "/widget.css", "/widget-colours.css").stream()
                .mapToInt(path -> {
                    try {
                        return get(path).body().length();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sum();
        assertThat(size).isBetween(1000, 30_000);
        assertThat(get("/widget").headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(get("/widget").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *", "default-src 'none'");
        assertThat(get("/klaim").headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(get("/widget-colours.css?accent=ffdd00").body()).contains("--accent: #ffdd00; --on-accent: #000000");
        assertThat(get("/widget-colours.css?accent=%7D*%7B").body())
                .contains("--accent: #0c6b5b; --on-accent: #ffffff");
    }

    @Test
    void search_engines_are_told_where_everything_is() throws Exception {
        assertThat(get("/robots.txt").body())
                .contains("Sitemap: https://saring.example/sitemap.xml", "Disallow: /moderation");
        Claim claim = publish("mapped", "Peta ini memuat semuanya", Verdict.TRUE);
        HttpResponse<String> sitemap = get("/sitemap.xml");
        assertThat(sitemap.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(sitemap.body()).contains("<loc>https://saring.example/klaim/" + claim.id() + "</loc><lastmod>");
        assertThat(get("/sitemap-1.xml").statusCode()).isEqualTo(200);
        assertThat(get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void too_many_pages_for_one_sitemap_are_cut_into_several() throws Exception {
        PublishedClaims published = app.bean(PublishedClaims.class);
        for (int i = 0; i < 7; i++) {
            publish("cut" + i, "Potongan " + i, Verdict.TRUE);
        }
        long all = published.summary().count();
        int size = 5;
        List<Long> starts = published.runs(size);
        assertThat(starts).hasSize((int) (all / size));
        assertThat(published.stamps(starts.getFirst(), size).getFirst().id().value()).isGreaterThan(starts.getFirst());
        assertThat(published.stamps(0, size).getLast().id().value()).isEqualTo(starts.getFirst());
        Sitemap small = new Sitemap(published, app.bean(Imprint.class), app.bean(Revalidation.class), size);
        MockHttpServletResponse index = new MockHttpServletResponse();
        small.all(new MockHttpServletRequest(), index);
        List<String> parts = locations(index.getContentAsString());
        assertThat(index.getContentAsString()).contains("<sitemapindex ");
        List<String> pages = new ArrayList<>();
        for (int i = 1; i <= parts.size(); i++) {
            assertThat(parts.get(i - 1)).isEqualTo("https://saring.example/sitemap-" + i + ".xml");
            MockHttpServletResponse part = new MockHttpServletResponse();
            small.part(i, new MockHttpServletRequest(), part);
            pages.addAll(locations(part.getContentAsString()));
        }
        assertThat(pages).doesNotHaveDuplicates().hasSize((int) all + 2);
    }

    private static List<String> locations(String xml) {
        return Pattern.compile("<loc>(.*?)</loc>").matcher(xml).results().map(found -> found.group(1)).toList();
    }

    @Test
    void bulletins_know_everything_that_was_published_here() {
        Claim claim = publish("bulletin", "Ada beritanya", Verdict.TRUE);
        assertThat(app.bean(Bulletins.class).of(claim.id())).singleElement().satisfies(one ->
                assertThat(one.verdict()).isEqualTo(Verdict.TRUE));
    }

    private static JsonNode jsonLd(String html) {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(script.find()).isTrue();
        return JsonMapper.shared().readTree(script.group(1));
    }

    private static Claim publish(String key, String text, Verdict verdict) {
        return PublicParts.publish(claims, key, PublicParts.content(Language.ID, text, verdict));
    }

    private static HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri(path))
                .headers(headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
