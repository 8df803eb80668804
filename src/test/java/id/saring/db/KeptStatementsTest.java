package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KeptStatementsTest {
    private static final String ADD = "INSERT INTO thing (id, name) VALUES (?, ?)";
    private static final String NAME = "SELECT name FROM thing WHERE id = ?";

    @TempDir
    Path dir;

    private Connection connection;
    private String url;

    @BeforeEach
    void open() throws SQLException {
        url = "jdbc:sqlite:" + dir.resolve("kept.db");
        connection = new KeptStatements(new DriverManagerDataSource(url)).getConnection();
        execute("PRAGMA journal_mode = WAL");
        execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_statement_closed_is_used_again_without_its_old_values() throws SQLException {
        add(1, "satu");
        try (PreparedStatement again = connection.prepareStatement(ADD)) {
            again.setInt(1, 2);
            again.executeUpdate();
        }
        assertThat(inner(ADD)).isSameAs(inner(ADD));
        assertThat(name(1)).isEqualTo("satu");
        assertThat(name(2)).isNull();
    }

    @Test
    void who_needs_a_statement_that_is_in_use_gets_another() throws SQLException {
        add(1, "satu");
        add(2, "dua");
        try (PreparedStatement one = connection.prepareStatement(NAME);
                PreparedStatement other = connection.prepareStatement(NAME)) {
            one.setInt(1, 1);
            other.setInt(1, 2);
            ResultSet first = one.executeQuery();
            ResultSet second = other.executeQuery();
            assertThat(first.getString(1)).isEqualTo("satu");
            assertThat(second.getString(1)).isEqualTo("dua");
        }
        assertThat(name(1)).isEqualTo("satu");
    }

    @Test
    void a_statement_that_failed_is_not_used_again() throws SQLException {
        add(1, "satu");
        PreparedStatement failed = inner(ADD);
        assertThatThrownBy(() -> add(1, "dua")).isInstanceOf(SQLException.class);
        assertThat(failed.isClosed()).isTrue();
        add(2, "dua");
        assertThat(name(2)).isEqualTo("dua");
    }

    @Test
    void rows_left_open_do_not_hold_on_to_the_store_as_it_was() throws SQLException {
        add(1, "satu");
        add(2, "dua");
        PreparedStatement reading = connection.prepareStatement("SELECT id FROM thing");
        assertThat(reading.executeQuery().next()).isTrue();
        reading.close();
        assertThat(reading.isClosed()).isTrue();
        try (Connection other = new DriverManagerDataSource(url).getConnection();
                Statement statement = other.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            assertThat(result.getInt("busy")).isZero();
        }
    }

    @Test
    void a_table_changed_meanwhile_is_read_as_it_is() throws SQLException {
        add(1, "satu");
        assertThat(name(1)).isEqualTo("satu");
        execute("ALTER TABLE thing ADD COLUMN more TEXT");
        execute("UPDATE thing SET name = 'dua'");
        assertThat(name(1)).isEqualTo("dua");
        execute("DROP TABLE thing");
        assertThatThrownBy(() -> name(1)).isInstanceOf(SQLException.class);
    }

    @Test
    void of_very_many_statements_those_last_used_are_kept() throws SQLException {
        add(1, "satu");
        PreparedStatement early = inner("SELECT 1000");
        PreparedStatement often = inner(NAME);
        for (int i = 0; i < 500; i++) {
            inner("SELECT " + i).isClosed();
            assertThat(inner(NAME)).isSameAs(often);
        }
        assertThat(early.isClosed()).isTrue();
    }

    @Test
    void what_is_kept_ends_with_the_connection() throws SQLException {
        PreparedStatement kept = inner(NAME);
        assertThat(kept.isClosed()).isFalse();
        connection.close();
        assertThat(kept.isClosed()).isTrue();
    }

    private PreparedStatement inner(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.unwrap(PreparedStatement.class);
        }
    }

    private void add(int id, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setInt(1, id);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private String name(int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setInt(1, id);
            return statement.executeQuery().getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
