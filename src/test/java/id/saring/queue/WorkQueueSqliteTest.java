package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.db.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkQueueSqliteTest extends WorkQueueContract {
    WorkQueueSqliteTest() {
        super(TestStore.sqlite());
    }

    @Test
    void taking_work_reads_no_finished_rows() {
        String due = plan(Leases.due(database.dialect()));
        assertThat(due).contains("work_due (queue=? AND due_at<?)").contains("work_order (queue=? AND order_key=?");
        assertThat(due).doesNotContain("SCAN w ").doesNotContain("SCAN o");
        assertThat(plan(Leases.take(database.dialect()))).contains("INTEGER PRIMARY KEY").doesNotContain("SCAN");
    }

    @Test
    void what_a_killed_process_was_doing_is_due_at_the_next_start() {
        queue.add(List.of(work("a1", "a"), work("a2", "a"), work("b", "b")));
        Work held = queue.take(1, Duration.ofMinutes(2)).getFirst();
        queue.freeAbandoned();
        assertThat(queue.take(10, Duration.ofMinutes(2))).extracting(Work::key).containsExactly("a1", "b");
        assertThatThrownBy(() -> queue.done(held)).isInstanceOf(LeaseLostException.class);
        // It may have been the work that killed it.
        queue.freeAbandoned();
        assertThat(queue.take(1, Duration.ofMinutes(2)).getFirst().attempts()).isEqualTo(3);
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
