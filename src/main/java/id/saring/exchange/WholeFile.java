package id.saring.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that appears, or replaces its predecessor, only when it is whole. */
public final class WholeFile {
    private WholeFile() {}

    /** What is written, and what is to be told of it. */
    public interface Content<T> {
        T writeTo(OutputStream out) throws IOException;
    }

    /**
     * Whatever goes wrong, nothing is left behind.
     *
     * @throws UnusableFileException if the file cannot be written, or is none
     */
    public static <T> T write(Path file, Content<T> content) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnusableFileException("Not a file: " + file);
        }
        Path whole = file.toAbsolutePath();
        String name = "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        Path part = whole.resolveSibling(name);
        try {
            T told;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                told = content.writeTo(out);
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return told;
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableFileException("Cannot write " + file + ": " + ClaimFile.reasonOf(e), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What made the writing fail has been told; a left-over hidden file does no harm.
        }
    }
}
