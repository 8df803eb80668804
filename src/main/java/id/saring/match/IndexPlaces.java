package id.saring.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Where indexes lie: each in a numbered folder of its own, so that a new one can be made beside the one in use. The
 * highest number that was ever committed counts; a crash while an index is made leaves nothing that would be taken for
 * one.
 */
final class IndexPlaces {
    private final @Nullable Path folder;
    private int number;

    /** @param folder belongs to the indexes alone, whatever else lies there is deleted; null keeps indexes in memory */
    IndexPlaces(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The latest index that was committed, or an empty one. */
    Directory latest() {
        if (folder == null) {
            return new ByteBuffersDirectory();
        }
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path place : all) {
                    number = Math.max(number, committedNumber(place));
                }
            }
            Directory latest = open(number);
            discardOthers();
            return latest;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the claim index in " + folder, e);
        }
    }

    /** A place beside the index in use, for the one that is to replace it. */
    Directory next() {
        try {
            return folder == null ? new ByteBuffersDirectory() : open(number + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a claim index in " + folder, e);
        }
    }

    /** From now on the index in the next place is the one in use, and the old one is deleted. */
    void moveOn() {
        number++;
        discardOthers();
    }

    private void discardOthers() {
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path place : all) {
                if (!place.equals(place(number))) {
                    FileSystemUtils.deleteRecursively(place);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete what is left of old claim indexes in " + folder, e);
        }
    }

    private Directory open(int numberOfPlace) throws IOException {
        return new MMapDirectory(Files.createDirectories(place(numberOfPlace)));
    }

    private Path place(int numberOfPlace) {
        return Objects.requireNonNull(folder).resolve(Integer.toString(numberOfPlace));
    }

    /** The number of a place that holds a committed index; -1 for anything else. */
    private static int committedNumber(Path place) throws IOException {
        if (!Files.isDirectory(place) || !place.getFileName().toString().matches("\\d{1,9}")) {
            return -1;
        }
        try (Directory directory = new MMapDirectory(place)) {
            return DirectoryReader.indexExists(directory) ? Integer.parseInt(place.getFileName().toString()) : -1;
        }
    }
}
