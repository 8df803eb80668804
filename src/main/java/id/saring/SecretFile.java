package id.saring;

import id.saring.core.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The installation's secret when the environment gives none: made once, kept in the data directory, readable by its
 * owner only.
 */
final class SecretFile {
    private static final String NAME = "secret";

    private SecretFile() {}

    static Secret read(Path dataDir) {
        Path file = dataDir.resolve(NAME);
        try {
            Files.createDirectories(dataDir);
            if (!Files.exists(file)) {
                make(file);
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make the secret in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        } catch (FileAlreadyExistsException e) {
            // Another process of this installation was faster; its secret counts.
        }
    }
}
