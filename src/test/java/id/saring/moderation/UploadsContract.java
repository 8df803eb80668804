package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.moderation.Upload.Phase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the store of files to be imported promises on every database. */
abstract class UploadsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(2);

    @RegisterExtension
    final TestStore store;

    private Database database;
    private Uploads uploads;

    UploadsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        uploads = at(NOON);
    }

    private Uploads at(Instant now) {
        return new Uploads(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Upload add(byte[] bytes) {
        return uploads.add("klaim.csv", "ani", Language.EN, new ByteArrayInputStream(bytes));
    }

    @Test
    void a_file_of_several_parts_comes_out_as_it_went_in() throws IOException {
        byte[] bytes = new byte[(2 << 20) + 12_345];
        new Random(1).nextBytes(bytes);
        Upload upload = add(bytes);
        try (InputStream in = uploads.open(upload.id())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(uploads.find(upload.id())).contains(
                new Upload(upload.id(), "klaim.csv", "ani", Language.EN, Phase.CHECKING, 0, null, NOON, NOON));
        assertThat(uploads.latest(5)).containsExactly(upload);
    }

    @Test
    void who_works_on_a_file_is_replaced_only_after_a_silence() {
        long id = add(new byte[] {1}).id();
        assertThat(uploads.take(id, Phase.CHECKING, Phase.CHECKING, SILENCE)).isFalse();
        assertThat(at(NOON.plusSeconds(121)).take(id, Phase.CHECKING, Phase.CHECKING, SILENCE)).isTrue();
        at(NOON.plusSeconds(200)).beat(id, 5000);
        assertThat(at(NOON.plusSeconds(250)).take(id, Phase.CHECKING, Phase.CHECKING, SILENCE)).isFalse();
        assertThat(uploads.find(id).orElseThrow().rows()).isEqualTo(5000);
    }

    @Test
    void an_outcome_is_kept_and_the_file_only_as_long_as_it_is_needed() throws IOException {
        long id = add(new byte[] {1, 2}).id();
        UploadOutcome outcome = new UploadOutcome(
                1, 2, 3, 4,
                List.of(new UploadOutcome.Change("line 2", 7, "teks", "FALSE", "DRAFT", List.of("claim"),
                        new UploadOutcome.Told(1, 0))),
                List.of(new UploadOutcome.Fault("line 3", "has no claim text")), List.of("note"),
                new UploadOutcome.Told(3, 4), null);
        uploads.finish(id, Phase.CHECKED, outcome);
        assertThat(uploads.find(id).orElseThrow().outcome()).isEqualTo(outcome);
        assertThat(uploads.open(id).readAllBytes()).containsExactly(1, 2);
        uploads.finish(id, Phase.DONE, outcome);
        assertThat(uploads.open(id).readAllBytes()).isEmpty();
        assertThat(uploads.find(id).orElseThrow().rows()).isEqualTo(10);
    }

    @Test
    void old_files_are_dropped() throws IOException {
        long id = add(new byte[] {1}).id();
        uploads.dropBefore(NOON);
        assertThat(uploads.find(id)).isPresent();
        uploads.dropBefore(NOON.plusMillis(1));
        assertThat(uploads.find(id)).isEmpty();
        assertThat(uploads.open(id).readAllBytes()).isEmpty();
    }
}
