package id.saring.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * LISTEN and NOTIFY. An ear holds a connection of its own, because one from the pool would be given back and forget.
 */
final class PostgresSignals implements Signals {
    /** A connection whose other end is gone without a word looks like one on which nothing is said. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final int SECONDS_TO_ANSWER = 5;

    private final JdbcClient sending;
    private final DataSource unpooled;

    PostgresSignals(DataSource pool, DataSource unpooled) {
        this.sending = JdbcClient.create(pool);
        this.unpooled = unpooled;
    }

    @Override
    public void send(String topic, String news) {
        sending.sql("SELECT pg_notify(?, ?)").params(topic, news).query((row, number) -> topic).list();
    }

    @Override
    public Ear listen(String topic, CountDownLatch end) throws SQLException {
        Connection connection = unpooled.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN \"" + topic + '"');
            return new Listener(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static final class Listener implements Ear {
        private final Connection connection;
        private long lastSign = System.nanoTime();

        Listener(Connection connection) {
            this.connection = connection;
        }

        @Override
        public List<String> hear(Duration wait) throws SQLException {
            PGNotification[] heard =
                    connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, wait.toMillis()));
            List<String> news = new ArrayList<>();
            if (heard != null) {
                for (PGNotification one : heard) {
                    news.add(one.getParameter());
                }
            }
            if (!news.isEmpty()) {
                lastSign = System.nanoTime();
            } else if (System.nanoTime() - lastSign > LONGEST_SILENCE.toNanos()) {
                if (!connection.isValid(SECONDS_TO_ANSWER)) {
                    throw new SQLException("The connection that listens is gone");
                }
                lastSign = System.nanoTime();
            }
            return news;
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is gone, which is all that was wanted.
            }
        }
    }
}
