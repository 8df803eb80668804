package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

class SampleClaimsTest {
    private static final Set<Verdict> NEEDS_KIND = Set.of(Verdict.FALSE, Verdict.MISLEADING, Verdict.SATIRE);

    @TempDir
    private Path dir;

    private Database database;
    private Claims claims;
    private ClaimImport imports;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(dir));
        claims = new Claims(database, Clock.systemUTC());
        imports = new ClaimImport(claims, Language.ID);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long published() {
        return claims.count(ClaimState.PUBLISHED);
    }

    private List<Claim> samples() throws IOException {
        try (InputStream in = new ClassPathResource("sample-claims.jsonl").getInputStream()) {
            ImportReport report = imports.run(in, "sample-claims.jsonl", ImportListener.NONE);
            assertThat(report.errors()).isEmpty();
            assertThat(report.notes()).isEmpty();
            assertThat(report.failed()).isZero();
            assertThat(report.created()).isEqualTo(report.rows());
        }
        List<Claim> all = new ArrayList<>();
        claims.forEach(all::add);
        return all;
    }

    @Test
    void the_samples_show_every_verdict_in_both_languages_without_repeating_themselves() throws IOException {
        List<Claim> samples = samples();
        assertThat(samples).hasSizeGreaterThanOrEqualTo(60);
        assertThat(samples).filteredOn(claim -> claim.language() == Language.ID).hasSizeGreaterThanOrEqualTo(40);
        assertThat(samples).filteredOn(claim -> claim.language() == Language.EN).hasSizeGreaterThanOrEqualTo(20);
        assertThat(samples).extracting(Claim::verdict).contains(Verdict.values());
        assertThat(samples)
                .extracting(Claim::key)
                .contains("korea-utara-ekspor-senjata-ke-rusia", "north-korea-exports-weapons-to-russia");
        assertThat(samples).extracting(claim -> claim.text().toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
    }

    @Test
    void every_sample_is_published_and_lacks_nothing() throws IOException {
        assertThat(samples()).allSatisfy(claim -> {
            ClaimContent content = claim.content();
            assertThat(claim.published()).as(claim.key()).isTrue();
            assertThat(Arrays.asList(content.headline(), content.summary(), content.reviewedBy()))
                    .as(claim.key())
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(content.phrasings()).as(claim.key()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(content.firstSeenOn()).as(claim.key()).isNotNull().isBeforeOrEqualTo(content.reviewedOn());
            assertThat(content.reviewedOn()).as(claim.key()).isNotNull()
                    .isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC));
            if (NEEDS_KIND.contains(content.verdict())) {
                assertThat(content.kind()).as(claim.key()).isNotNull();
            }
        });
    }

    @Test
    void every_source_of_a_sample_is_a_page_with_title_and_publisher() throws IOException {
        assertThat(samples()).allSatisfy(claim -> {
            assertThat(claim.content().sources()).as(claim.key()).isNotEmpty();
            assertThat(claim.content().sources()).as(claim.key()).allSatisfy(source -> {
                assertThat(source.title()).isNotBlank();
                assertThat(source.publisher()).isNotBlank();
                assertThat(URI.create(source.url()).getPath()).as(source.url()).hasSizeGreaterThan(1);
            });
        });
    }

    @Test
    void a_new_store_is_filled_once() {
        new SampleClaims(true, claims, imports).afterSingletonsInstantiated();
        long filled = published();
        assertThat(filled).isPositive();

        Claim first = claims.latest(null, 0, 1).items().getFirst();
        claims.move(first.id(), 1, ClaimState.WITHDRAWN);
        new SampleClaims(true, claims, imports).afterSingletonsInstantiated();
        assertThat(published()).isEqualTo(filled - 1);
    }

    @Test
    void a_store_with_claims_of_its_own_is_left_alone() {
        imports.run(
                new ByteArrayInputStream("{\"claim\":\"x\"}".getBytes(StandardCharsets.UTF_8)), "a.jsonl",
                ImportListener.NONE);
        new SampleClaims(true, claims, imports).afterSingletonsInstantiated();
        assertThat(published()).isZero();
    }

    @Test
    void samples_nobody_wants_stay_away() {
        new SampleClaims(false, claims, imports).afterSingletonsInstantiated();
        assertThat(claims.storeVersion()).isZero();
    }
}
