package id.saring.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.TestStore;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsPostgresTest extends ClaimsContract {
    ClaimsPostgresTest() {
        super(TestStore.postgres());
    }

    @Test
    void what_changed_since_and_the_latest_come_out_of_an_index() {
        claims.saveAll(IntStream.range(0, 5000)
                .mapToObj(i -> new Claims.Row(
                        "k" + i,
                        content(i % 2 == 0 ? Language.ID : Language.EN, "teks", Verdict.FALSE,
                                LocalDate.EPOCH.plusDays(i)),
                        ClaimState.PUBLISHED))
                .toList());
        database.write().sql("ANALYZE claim").update();
        assertThat(plan(ClaimTable.CHANGED_SINCE.replace("?", "1"))).contains("claim_by_change").doesNotContain("Sort");
        assertThat(plan(
                "SELECT * FROM claim WHERE state = 'PUBLISHED' ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT 9"))
                .contains("claim_latest ")
                .doesNotContain("Sort");
        assertThat(plan("SELECT * FROM claim WHERE state = 'PUBLISHED' AND language = 'id'"
                        + " ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT 9"))
                .contains("claim_latest")
                .doesNotContain("Sort");
    }

    private String plan(String sql) {
        List<String> lines = database.read().sql("EXPLAIN " + sql).query(String.class).list();
        return String.join("\n", lines);
    }
}
