package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.core.Language;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would fill the memory if they were trusted. */
class HostileFileTest extends ExchangeTest {
    /** {@code megabytes} of one byte, which gzip packs a thousand times smaller. */
    private static byte[] bomb(int megabytes, int fill) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) fill);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private ImportReport importing(byte[] bytes, String name) {
        return new ClaimImport(claims, Language.ID).run(new ByteArrayInputStream(bytes), name, ImportListener.NONE);
    }

    @Test
    void unpacking_ends_at_the_limit() {
        assertThatThrownBy(() -> {
                    try (BufferedReader in = TextInput.open(new ByteArrayInputStream(bomb(8, 0)), 1 << 20)) {
                        in.transferTo(Writer.nullWriter());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes when unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.csv", "a.json", "a.xml"})
    void a_packed_file_of_nothing_but_nuls_is_one_error(String name) {
        ImportReport report;
        try {
            report = importing(bomb(64, 0), name);
        } catch (UnusableFileException e) {
            return;
        }
        assertThat(report.created()).isZero();
        assertThat(report.failed()).isEqualTo(1);
    }

    @Test
    void a_file_of_nuls_without_a_name_is_refused() {
        assertThatThrownBy(() -> importing(bomb(8, 0), "")).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void one_endless_json_value_is_one_error() {
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream("[{\"claim\":[".getBytes(StandardCharsets.US_ASCII)), new Endless("1,"));
        ImportReport report = new ClaimImport(claims, Language.ID).run(in, "a.json", ImportListener.NONE);
        assertThat(report.created()).isZero();
        assertThat(report.errors()).singleElement().extracting(RowError::reason).asString().contains("characters");
    }

    /** The same few bytes for ever. */
    private static final class Endless extends InputStream {
        private final String text;
        private int i;

        Endless(String text) {
            this.text = text;
        }

        @Override
        public int read() {
            return text.charAt(i++ % text.length());
        }
    }
}
