package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A store filled from files, made for an evaluation and thrown away after it. */
final class LoadedClaims implements AutoCloseable {
    private final Path directory;
    private final Database database;
    private final Claims claims;

    LoadedClaims(List<Path> files) {
        this.directory = temporary();
        this.database = Database.open(DatabaseSettings.embedded(directory));
        this.claims = new Claims(database, Clock.systemUTC());
        try {
            files.forEach(file -> PackFiles.loadClaims(file, claims));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Claims claims() {
        return claims;
    }

    /** All claims by their key in the files. */
    Map<String, Claim> byKey() {
        Map<String, Claim> byKey = new HashMap<>();
        claims.forEach(claim -> byKey.put(claim.key(), claim));
        return byKey;
    }

    /** Where the matcher may put its index. */
    Path index() {
        return directory.resolve("index");
    }

    @Override
    public void close() {
        database.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("saring-evaluate");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a directory for the store", e);
        }
    }
}
