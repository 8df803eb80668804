package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.db.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkQueueSqliteTest extends WorkQueueContract {
    WorkQueueSqliteTest() {
        super(TestStore.sqlite());
    }

    @Test
    void taking_work_reads_no_finished_rows() {
        String due = plan(WorkQueue.due(database.dialect()));
        assertThat(due).contains("work_due (queue=? AND due_at<?)").contains("work_order (queue=? AND order_key=?");
        assertThat(due).doesNotContain("SCAN w ").doesNotContain("SCAN o");
        assertThat(plan(WorkQueue.TAKE)).contains("work_order (queue=? AND order_key=?").doesNotContain("SCAN");
    }

    private String plan(String sql) {
        return String.join("\n", database.read()
                .sql("EXPLAIN QUERY PLAN " + sql)
                .param("holder", "lease")
                .param("until", 0)
                .param("queue", "inbox")
                .param("now", 0)
                .param("max", 10)
                .param("ids", List.of(1, 2))
                .query((row, number) -> row.getString("detail"))
                .list());
    }
}
