package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

class SampleClaimsTest {
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

    @Test
    void every_sample_is_a_published_claim_with_a_source() throws IOException {
        try (InputStream in = new ClassPathResource("sample-claims.jsonl").getInputStream()) {
            ImportReport report = imports.run(in, "sample-claims.jsonl", ImportListener.NONE);
            assertThat(report.errors()).isEmpty();
            assertThat(report.notes()).isEmpty();
            assertThat(report.created()).isPositive().isEqualTo(report.rows());
        }
        List<Claim> all = new ArrayList<>();
        claims.forEach(all::add);
        assertThat(all).allSatisfy(claim -> {
            assertThat(claim.published()).as(claim.key()).isTrue();
            assertThat(claim.content().sources()).as(claim.key()).isNotEmpty();
            assertThat(claim.content().summary()).as(claim.key()).isNotBlank();
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
                new ByteArrayInputStream("{\"claim\":\"x\"}".getBytes(StandardCharsets.UTF_8)), "a.jsonl", ImportListener.NONE);
        new SampleClaims(true, claims, imports).afterSingletonsInstantiated();
        assertThat(published()).isZero();
    }

    @Test
    void samples_nobody_wants_stay_away() {
        new SampleClaims(false, claims, imports).afterSingletonsInstantiated();
        assertThat(claims.storeVersion()).isZero();
    }
}
