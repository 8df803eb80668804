package id.saring.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.db.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsSqliteTest extends ClaimsContract {
    ClaimsSqliteTest() {
        super(TestStore.sqlite());
    }

    @Test
    void what_changed_since_and_the_latest_come_out_of_an_index() {
        assertThat(plan(ClaimTable.CHANGED_SINCE.replace("?", "1"))).allMatch(step -> step.contains("claim_by_change"));
        assertThat(plan(
                "SELECT * FROM claim WHERE state = 'PUBLISHED' ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT 9"))
                .allMatch(step -> step.contains("USING INDEX claim_latest "));
        assertThat(plan("SELECT * FROM claim WHERE state = 'PUBLISHED' AND language = 'id'"
                        + " ORDER BY reviewed_on DESC NULLS LAST, id DESC LIMIT 9"))
                .allMatch(step -> step.contains("USING INDEX claim_latest_of_language "));
    }

    private List<String> plan(String sql) {
        return database.read().sql("EXPLAIN QUERY PLAN " + sql).query((row, n) -> row.getString("detail")).list();
    }
}
