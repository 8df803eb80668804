package id.saring.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CheckpointsTest {
    private static final int FULL = 40;

    @TempDir
    private Path dir;

    private Path file;
    private SingleConnectionDataSource source;
    private JdbcClient store;
    private Checkpoints checkpoints;

    @BeforeEach
    void makeStore() {
        file = dir.resolve("store.db");
        source = connection();
        store = JdbcClient.create(source);
        store.sql("CREATE TABLE page (content BLOB)").update();
        checkpoints = new Checkpoints(connection(), FULL);
    }

    @AfterEach
    void close() {
        checkpoints.close();
        source.destroy();
    }

    @Test
    void copiesSeldomAsLongAsTheLogHasRoom() throws IOException {
        write(10);
        long before = Files.size(file);
        for (int i = 0; i < 4; i++) {
            checkpoints.beat();
            assertEquals(before, Files.size(file));
        }
        checkpoints.beat();
        assertTrue(Files.size(file) > before, "copied at the fifth beat");
    }

    @Test
    void copiesAtEachBeatOnceTheLogIsNearlyFull() throws IOException {
        write(FULL);
        for (int i = 0; i < 5; i++) {
            checkpoints.beat();
        }
        write(1);
        long before = Files.size(file);
        checkpoints.beat();
        assertTrue(Files.size(file) > before, "copied at the sixth beat");
    }

    private void write(int pages) {
        for (int i = 0; i < pages; i++) {
            store.sql("INSERT INTO page VALUES (zeroblob(4096))").update();
        }
    }

    private SingleConnectionDataSource connection() {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("wal_autocheckpoint", "0");
        SingleConnectionDataSource one = new SingleConnectionDataSource("jdbc:sqlite:" + file, true);
        one.setConnectionProperties(pragmas);
        return one;
    }
}
