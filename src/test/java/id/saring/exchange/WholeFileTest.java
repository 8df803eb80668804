package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void a_file_that_is_whole_replaces_its_predecessor() throws IOException {
        Path file = Files.writeString(dir.resolve("a.txt"), "old");
        long told = WholeFile.write(file, out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            return 7L;
        });
        assertThat(told).isEqualTo(7);
        assertThat(file).hasContent("new");
        assertThat(Files.list(dir)).hasSize(1);
    }

    @Test
    void whatever_goes_wrong_nothing_is_left_behind() throws IOException {
        Path file = Files.writeString(dir.resolve("a.txt"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(1);
            throw new IllegalStateException("the database is gone");
        })).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            throw new IOException("the disk is full");
        })).isInstanceOf(UnusableFileException.class).hasMessageContaining("the disk is full");
        assertThat(file).hasContent("old");
        assertThat(Files.list(dir)).hasSize(1);
    }
}
