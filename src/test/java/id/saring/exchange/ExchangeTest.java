package id.saring.exchange;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty store and short ways to import into it. */
abstract class ExchangeTest {
    @TempDir
    Path dir;

    Database database;
    Claims claims;
    ClaimImport imports;
    final List<RowError> failed = new ArrayList<>();
    final ImportListener listener = new ImportListener() {
        @Override
        public void failed(RowError error) {
            failed.add(error);
        }
    };

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(dir.resolve("store")));
        claims = new Claims(database, Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
        imports = new ClaimImport(claims, Language.ID);
    }

    @AfterEach
    void close() {
        database.close();
    }

    ImportReport importText(String name, String text) {
        return importBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport importBytes(String name, byte[] bytes) {
        return imports.run(new ByteArrayInputStream(bytes), name, listener);
    }

    List<Claim> stored() {
        List<Claim> all = new ArrayList<>();
        claims.forEach(all::add);
        return all;
    }

    Claim only() {
        List<Claim> all = stored();
        if (all.size() != 1) {
            throw new AssertionError("Not one claim but " + all);
        }
        return all.getFirst();
    }

    List<String> errors() {
        return failed.stream().map(RowError::toString).toList();
    }

    static ClaimContent bare(String text, @Nullable Verdict verdict) {
        return new ClaimContent(
                Language.ID, text, null, verdict, null, null, null, List.of(), List.of(), List.of(), null, null, null);
    }
}
