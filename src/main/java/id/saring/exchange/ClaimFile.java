package id.saring.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Opens a file of claims, tells its format and has it cut into pieces. */
final class ClaimFile {
    private static final int PEEK = 64 * 1024;

    private ClaimFile() {}

    /** @throws UnusableFileException if it is not there, not readable or no file */
    static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableFileException("Not a file: " + file);
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UnusableFileException("Cannot read " + file + ": " + reasonOf(e), e);
        }
    }

    /** @throws UnusableFileException if neither the name nor the content tells the format */
    static void read(InputStream bytes, String name, Pieces pieces) {
        try {
            BufferedReader in = TextInput.open(bytes);
            Optional<FileFormat> named = FileFormat.ofName(name);
            switch (named.isPresent() ? named.get() : sniff(in, name)) {
                case JSON_LINES -> new JsonLinesReader(in).read(pieces);
                case CSV -> new CsvReader(in).read(pieces);
                case CLAIM_REVIEW -> new JsonDocumentReader(in, pieces).read();
                case FEED -> new FeedReader(in, pieces).read();
            }
        } catch (IOException e) {
            pieces.broken("the file", "is damaged: " + reasonOf(e) + "; nothing after it was read");
        }
    }

    private static FileFormat sniff(BufferedReader in, String name) throws IOException {
        String start = peek(in).strip();
        if (start.startsWith("<")) {
            return FileFormat.FEED;
        }
        if (start.startsWith("[")) {
            return FileFormat.CLAIM_REVIEW;
        }
        if (start.startsWith("{")) {
            int end = start.indexOf('\n');
            return end > 0 && isJson(start.substring(0, end)) ? FileFormat.JSON_LINES : FileFormat.CLAIM_REVIEW;
        }
        if (start.isEmpty()) {
            throw new UnusableFileException("The file is empty: " + name);
        }
        if (CsvReader.isHeader(start.lines().findFirst().orElse(""))) {
            return FileFormat.CSV;
        }
        throw new UnusableFileException(
                "Cannot tell what kind of file this is; name it .jsonl, .csv, .json or .xml: " + name);
    }

    private static String peek(BufferedReader in) throws IOException {
        in.mark(PEEK);
        char[] start = new char[PEEK];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < PEEK) {
            length += read;
            read = in.read(start, length, PEEK - length);
        }
        in.reset();
        return new String(start, 0, length);
    }

    private static boolean isJson(String line) {
        try {
            return JsonLinesReader.JSON.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    /** What the system says of a failure, in words. */
    static String reasonOf(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return switch (cause) {
            case NoSuchFileException ignored -> "there is no such file or directory";
            case AccessDeniedException ignored -> "permission denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
