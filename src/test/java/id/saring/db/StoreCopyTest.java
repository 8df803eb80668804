package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreCopyTest {
    @RegisterExtension
    final TestStore sqlite = TestStore.sqlite();

    @RegisterExtension
    final TestStore postgres = TestStore.postgres();

    private Database from;
    private Database to;

    @BeforeEach
    void open() {
        from = sqlite.open();
        to = postgres.open();
    }

    private void both(String sql) {
        List.of(from, to).forEach(database -> database.write()
                .sql(sql.replace("${long}", database.dialect().migrationPlaceholders().get("long")))
                .update());
    }

    @Test
    void what_others_refer_to_is_copied_first() {
        both("CREATE TABLE b_parent (name TEXT PRIMARY KEY)");
        both("CREATE TABLE a_child (parent TEXT PRIMARY KEY REFERENCES b_parent (name), older TEXT REFERENCES a_child (parent))");
        from.write().sql("INSERT INTO b_parent VALUES ('x')").update();
        from.write().sql("INSERT INTO a_child VALUES ('x', NULL)").update();
        assertThat(new StoreCopy(from, to).run()).containsEntry("a_child", 1L).containsEntry("b_parent", 1L);
    }

    @Test
    void what_cannot_be_copied_wholly_is_not_copied_at_all() {
        from.settle("a", "1");
        both("CREATE TABLE z (number ${long})");
        to.write().sql("ALTER TABLE z ADD CHECK (number > 0)").update();
        from.write().sql("INSERT INTO z VALUES (1), (0)").update();
        assertThatThrownBy(() -> new StoreCopy(from, to).run()).hasMessageContaining("Table z could not be copied");
        assertThat(StoreRows.of(to).get("store_fact")).isEmpty();
        assertThat(StoreRows.of(to).get("store_version")).containsExactly("0");
    }

    @Test
    void more_rows_than_one_batch_arrive_and_texts_lose_their_nul() {
        both("CREATE TABLE many (number ${long}, text TEXT)");
        for (int i = 0; i < 1001; i++) {
            from.write().sql("INSERT INTO many VALUES (?, ?)").params(i, "a\0" + i).update();
        }
        new StoreCopy(from, to).run();
        assertThat(StoreRows.of(to).get("many")).hasSize(1001).contains("1000 | a1000");
    }
}
