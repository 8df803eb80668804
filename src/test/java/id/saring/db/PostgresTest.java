package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;

/** How a store in PostgreSQL is opened, refused, lost and found again. */
class PostgresTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "jdbc:postgresql://localhost:1/saring         # saring # PostgreSQL at localhost:1/saring cannot be reached: ",
        "jdbc:postgresql://PORT/nowhere?ssl=false     # postgres # PostgreSQL at PORT/nowhere has no such database; create it first",
        "jdbc:postgresql://PORT/postgres              # nobody # PostgreSQL at PORT/postgres does not let user \"nobody\" in; check SARING",
        "jdbc:postgresql://ani:rahasia@PORT/postgres  # # SARING_DATABASE_URL must not hold the user or the password; give them",
        "postgres://PORT/postgres                     # # SARING_DATABASE_URL must start with jdbc:postgresql: or jdbc:sqlite:",
    })
    void what_cannot_be_opened_is_told_in_one_sentence(String url, String user, String sentence) {
        String server = "localhost:" + PostgresServer.port();
        DatabaseSettings settings =
                new DatabaseSettings(Path.of(""), url.replace("PORT", server), user, "rahasia");
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasNoCause()
                .message()
                .startsWith(sentence.replace("PORT", server))
                .doesNotContain("rahasia", "\n");
    }

    @Test
    void a_database_that_belongs_to_something_else_is_left_alone() {
        DatabaseSettings settings = PostgresServer.newEmptyDatabase();
        PostgresServer.execute(settings, "CREATE TABLE other (id BIGINT)");
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("cannot be brought up to date")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void replicas_that_start_at_once_make_the_tables_once() {
        DatabaseSettings settings = PostgresServer.newEmptyDatabase();
        List<CompletableFuture<Database>> opening = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Database.open(settings)))
                .toList();
        opening.forEach(database -> {
            assertThat(Shape.tables(database.join())).contains("claim");
            database.join().close();
        });
        await().until(() -> PostgresServer.connections(settings) == 0);
    }

    @Test
    void connections_lost_by_a_restart_of_the_server_are_made_anew() {
        DatabaseSettings settings = PostgresServer.newDatabase();
        try (Database database = Database.open(settings)) {
            database.settle("a", "1");
            PostgresServer.disconnect(settings);
            await().atMost(SOON).ignoreExceptions().until(() -> database.settle("a", "2").equals("1"));
        }
    }

    @Test
    void a_connection_that_fell_silent_fails_instead_of_hanging_and_is_replaced() {
        try (FlakyLine line = new FlakyLine();
                Database database = Database.open(line.to(PostgresServer.newDatabase(), "socketTimeout=1"))) {
            database.settle("a", "1");
            line.silence();
            assertThatThrownBy(() -> database.settle("a", "1")).isInstanceOf(Exception.class);
            line.mend();
            await().atMost(SOON).ignoreExceptions().until(() -> database.settle("a", "2").equals("1"));
        }
    }

    @Test
    void nobody_waits_for_an_answer_for_ever_unless_the_url_says_so() throws SQLException {
        DatabaseSettings settings = PostgresServer.newDatabase();
        assertThat(networkTimeout(settings)).isEqualTo(30_000);
        try (FlakyLine line = new FlakyLine()) {
            assertThat(networkTimeout(line.to(settings, "socketTimeout=7"))).isEqualTo(7_000);
        }
    }

    private static int networkTimeout(DatabaseSettings settings) throws SQLException {
        try (Database database = Database.open(settings);
                Connection connection = database.dataSource().getConnection()) {
            return connection.unwrap(PGConnection.class) instanceof Connection own ? own.getNetworkTimeout() : 0;
        }
    }

    @Test
    void a_failed_statement_spoils_only_its_own_transaction() {
        try (Database database = Database.open(PostgresServer.newDatabase())) {
            assertThatThrownBy(() -> database.transact(() -> {
                        database.settle("a", "1");
                        database.write().sql("SELECT 1 / 0").query(Long.class).single();
                    }))
                    .isInstanceOf(DataAccessException.class);
            assertThat(database.settle("a", "2")).isEqualTo("2");
        }
    }
}
