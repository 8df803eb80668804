package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same migrations give both databases the same tables. */
class EqualShapeTest {
    @RegisterExtension
    final TestStore sqlite = TestStore.sqlite();

    @RegisterExtension
    final TestStore postgres = TestStore.postgres();

    private Database left;
    private Database right;

    @BeforeEach
    void open() {
        left = sqlite.open();
        right = postgres.open();
    }

    @AfterEach
    void close() {
        left.close();
        right.close();
    }

    @Test
    void both_have_the_same_tables() {
        assertThat(Shape.tables(right)).isEqualTo(Shape.tables(left)).contains("claim", "work", "store_fact");
    }

    @Test
    void each_table_has_the_same_columns_key_indexes_and_checks() {
        assertThat(Shape.tables(left)).isNotEmpty().allSatisfy(table -> {
            assertThat(Shape.columns(right, table)).as(table).isEqualTo(Shape.columns(left, table)).isNotEmpty();
            assertThat(Shape.primaryKey(right, table)).as(table).isEqualTo(Shape.primaryKey(left, table));
            assertThat(Shape.indexes(right, table)).as(table).isEqualTo(Shape.indexes(left, table));
            assertThat(Shape.checks(right, table)).as(table).isEqualTo(Shape.checks(left, table));
        });
    }

    @Test
    void the_same_indexes_hold_only_some_rows() {
        assertThat(Shape.partialIndexes(right)).isEqualTo(Shape.partialIndexes(left)).contains("work_due");
    }

    @Test
    void a_migration_that_came_after_one_of_a_greater_number_is_made_up_for() {
        for (TestStore store : List.of(sqlite, postgres)) {
            try (Database old = store.open()) {
                old.write().sql("DROP INDEX claim_tally_by_claim").update();
                old.write().sql("DELETE FROM flyway_schema_history WHERE version = '31'").update();
            }
            try (Database now = store.open()) {
                assertThat(Shape.indexes(now, "claim_tally")).hasSize(1);
            }
        }
    }
}
