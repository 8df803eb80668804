package id.saring.exchange;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ObjectNode;

/** Writes every claim of any state, in the order of its id, to a file or a stream. */
public final class ClaimExport {
    private final Claims claims;

    public ClaimExport(Claims claims) {
        this.claims = claims;
    }

    /** One claim as it stands in a file of JSON Lines. */
    public static ObjectNode json(Claim claim) {
        return ClaimForm.write(claim);
    }

    /**
     * Writes to a file in the format its name tells. The file appears, or replaces its predecessor, only when it is
     * whole.
     *
     * @return how many claims it has
     * @throws UnusableFileException if the name tells no format, or the file cannot be written
     */
    public long toFile(Path file) {
        String name = String.valueOf(file.getFileName());
        FileFormat format = FileFormat.ofName(name)
                .filter(FileFormat::writable)
                .orElseThrow(() -> new UnusableFileException(
                        "The file's name must end in .jsonl, .csv or .json, with .gz after it to compress: " + file));
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnusableFileException("Not a file: " + file);
        }
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".part");
        try {
            long count = writePart(part, format, FileFormat.isGzipName(name));
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableFileException("Cannot write " + file + ": " + ClaimFile.reasonOf(e), e);
        } finally {
            deleteQuietly(part);
        }
    }

    /**
     * Writes to a stream and closes it.
     *
     * @param format one that is {@link FileFormat#writable}
     * @return how many claims were written
     * @throws UncheckedIOException if the stream fails
     */
    public long write(OutputStream out, FileFormat format) {
        AtomicLong count = new AtomicLong();
        try (ClaimWriter writer =
                ClaimWriter.of(format, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            claims.forEach(claim -> {
                try {
                    writer.write(claim);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count.incrementAndGet();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count.get();
    }

    private long writePart(Path part, FileFormat format, boolean gzip) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
        long count = write(gzip ? new GZIPOutputStream(out) : out, format);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return count;
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What made the export fail has been told; a left-over hidden file does no harm.
        }
    }
}
