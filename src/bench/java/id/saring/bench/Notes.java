package id.saring.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures besides times, passed from the processes that measure to the one that reports. */
final class Notes {
    private Notes() {}

    static void write(int claims, String name, double value) {
        try {
            Files.createDirectories(file(claims, name).getParent());
            Files.writeString(file(claims, name), Double.toString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figure; not a number if it was not measured. */
    static double read(int claims, String name) {
        try {
            return Files.exists(file(claims, name))
                    ? Double.parseDouble(Files.readString(file(claims, name)))
                    : Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(int claims, String name) {
        return Path.of("target", "bench", "notes", claims + "-" + name);
    }
}
