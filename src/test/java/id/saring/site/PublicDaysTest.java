package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.PublicParts;
import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.http.Imprint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** It is already Monday in Jakarta, and still Sunday in Greenwich. */
class PublicDaysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T20:00:00Z"), ZoneOffset.UTC);
    private static final Imprint IMPRINT = new Imprint(
            "https://saring.example", "Saring", "https://licence.example", ZoneId.of("Asia/Jakarta"));

    @RegisterExtension
    final TestStore store = TestStore.sqlite();

    @Test
    void days_of_a_claim_are_those_of_the_installation() {
        Database database = store.open();
        Claims claims = new Claims(database, CLOCK);
        ClaimContent notDated = new ClaimContent(
                Language.ID, "Bawang menyembuhkan flu", null, Verdict.FALSE, null, null, "Belum ada buktinya.",
                List.of(), List.of(), List.of(), null, null, null);
        Claim claim = PublicParts.publish(claims, "a", notDated);
        Bulletins bulletins = new Bulletins(database, claims);
        bulletins.catchUp();
        List<Bulletin> told = bulletins.of(claim.id());
        SiteSettings settings = new SiteSettings(null, null, null, DataSize.ofMegabytes(1));
        ClaimPage page = ClaimPage.of(claim, List.of(), told, "Salah", IMPRINT, settings);

        assertThat(page.history()).extracting(ClaimPage.Change::day).containsExactly(LocalDate.parse("2026-03-02"));
        JsonNode review = JsonMapper.shared().readTree(page.jsonLd());
        assertThat(review.path("datePublished").stringValue()).isEqualTo("2026-03-02");
        assertThat(review.path("dateModified").stringValue()).isEqualTo("2026-03-02T03:00:00+07:00");
    }
}
