package id.saring.reply;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims for tests. */
final class TestClaims {
    static final Source SOURCE = new Source("Cek Fakta: bawang putih", "https://example.org/bawang", "Contoh");

    private TestClaims() {}

    static Claim claim(String text, @Nullable String summary, List<Source> sources) {
        return claim(7, text, Verdict.FALSE, summary, sources);
    }

    static Claim claim(long id, String text, Verdict verdict, @Nullable String summary, List<Source> sources) {
        ClaimContent content = new ClaimContent(
                Language.ID,
                text,
                null,
                verdict,
                null,
                null,
                summary,
                sources,
                List.of(),
                List.of(),
                null,
                LocalDate.of(2020, 3, 12),
                "Redaksi Contoh");
        return new Claim(new ClaimId(id), "k" + id, content, ClaimState.PUBLISHED, 3, Instant.EPOCH, Instant.EPOCH);
    }
}
