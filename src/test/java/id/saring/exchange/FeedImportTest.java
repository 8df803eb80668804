package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RSS and Atom as publishers write them, and as they would to do harm. */
class FeedImportTest extends ExchangeTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Cek Contoh</title><link>https://example.org/</link><language>id-ID</language>
            <item>
              <title>[SALAH] Air panas menyembuhkan flu</title>
              <link>https://example.org/air-panas</link>
              <guid isPermaLink="false">no-17</guid>
              <pubDate>Tue, 03 Mar 2026 10:00:00 +0700</pubDate>
              <description><![CDATA[<p>Tidak benar&nbsp;begitu.</p><script>x()</script>]]></description>
            </item>
            <item>
              <title>[VIDEO] Banjir di kota</title>
              <link>https://example.org/banjir</link>
            </item>
            <item>
              <title>Judul artikel</title>
              <link>https://example.org/bawang</link>
              <content:encoded>&lt;p&gt;Isi&lt;/p&gt;&lt;script type="application/ld+json"&gt;
                {"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"ClaimReview","url":"https://example.org/bawang",
                "claimReviewed":"Bawang menyembuhkan corona","inLanguage":"id","datePublished":"2026-03-01",
                "author":{"name":"Cek Contoh"},"reviewRating":{"alternateName":"Salah"}}]}&lt;/script&gt;</content:encoded>
            </item>
            </channel></rss>
            """;

    private ImportReport run(String name, String feed) {
        return new ClaimImport(claims, Language.ID)
                .run(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)), name, listener);
    }

    @Test
    void an_item_with_a_claim_review_is_that_review_and_one_without_is_a_draft() {
        ImportReport report = run("feed.xml", RSS);
        assertThat(report.errors()).isEmpty();
        assertThat(report.created()).isEqualTo(3);

        Claim labelled = claims.findByKey("feed:no-17").orElseThrow();
        assertThat(labelled.state()).isEqualTo(ClaimState.DRAFT);
        assertThat(labelled.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(labelled.text()).isEqualTo("Air panas menyembuhkan flu");
        assertThat(labelled.content().summary()).isEqualTo("Tidak benar begitu.");
        assertThat(labelled.content().sources().getFirst().url()).isEqualTo("https://example.org/air-panas");
        assertThat(labelled.content().sources().getFirst().publisher()).isEqualTo("Cek Contoh");
        assertThat(labelled.content().reviewedOn()).isEqualTo(LocalDate.of(2026, 3, 3));

        Claim plain = claims.findByKey("feed:https://example.org/banjir").orElseThrow();
        assertThat(plain.verdict()).isNull();
        assertThat(plain.text()).isEqualTo("[VIDEO] Banjir di kota");

        Claim review = claims.findAll(List.of(new ClaimId(3))).getFirst();
        assertThat(review.text()).isEqualTo("Bawang menyembuhkan corona");
        assertThat(review.state()).isEqualTo(ClaimState.PUBLISHED);
    }

    @Test
    void atom_is_read_and_told_by_its_content() {
        ImportReport report = run("langganan", """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example</title>
                <link rel="self" href="https://example.org/atom"/>
                <entry><title type="html">Garlic &amp;amp; flu</title><id>tag:example.org,2026:1</id>
                <link rel="self" href="https://example.org/atom/1"/><link href="https://example.org/garlic"/>
                <published>2026-03-04T09:00:00Z</published><updated>2026-03-05T09:00:00Z</updated>
                <content type="xhtml"><div><p>No <b>cure</b>.</p></div></content></entry></feed>
                """);
        assertThat(report.created()).isEqualTo(1);
        Claim claim = claims.findByKey("feed:tag:example.org,2026:1").orElseThrow();
        assertThat(claim.text()).isEqualTo("Garlic & flu");
        assertThat(claim.content().sources().getFirst().url()).isEqualTo("https://example.org/garlic");
        assertThat(claim.content().reviewedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(claim.language().code()).isEqualTo("en");
    }

    @Test
    void a_feed_with_a_document_type_is_refused_and_no_file_of_ours_is_read() {
        ImportReport report = run("feed.xml", """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <rss><channel><title>a</title><item><title>&x;</title></item></channel></rss>
                """);
        assertThat(report.created()).isZero();
        assertThat(report.errors()).singleElement().extracting(RowError::reason).asString().contains("document type");
    }

    @Test
    void what_follows_a_broken_place_is_told_and_what_stood_before_went_in() {
        ImportReport report = run("feed.xml", RSS.replace("<item>\n  <title>Judul", "<item>\n  <tit&le>Judul"));
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.errors()).singleElement().extracting(RowError::reason).asString().contains("after item");
    }

    @Test
    void a_page_that_is_no_feed_is_refused() {
        assertThatThrownBy(() -> run("x.xml", "<html><body>Halo</body></html>"))
                .isInstanceOf(UnusableFileException.class);
    }

    @Test
    void one_endless_item_does_not_fill_the_memory() {
        ImportReport report = run("feed.xml", "<rss><channel><item><title>" + "a".repeat(RowLimits.PIECE)
                + "</title></item></channel></rss>");
        assertThat(report.created()).isZero();
        assertThat(report.errors()).singleElement().extracting(RowError::reason).asString().contains("characters");
    }
}
