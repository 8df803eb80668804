package id.saring.exchange;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        boolean gzip = FileFormat.isGzipName(name);
        return WholeFile.write(file, out -> write(gzip ? new GZIPOutputStream(out) : out, format));
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
}
