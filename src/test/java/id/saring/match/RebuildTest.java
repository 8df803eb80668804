package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making the index anew while the old one answers. */
class RebuildTest {
    private static final String GOAT = "Kambing bertanduk tujuh lahir di Lembah Kapur";
    private static final String WELL = "Air sumur Desa Lengkuas berubah menjadi minyak goreng";

    @TempDir
    private Path directory;

    private Database database;
    private Claims claims;
    private Path place;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(directory));
        claims = new Claims(database, Clock.systemUTC());
        place = directory.resolve("index");
        publish("kambing", GOAT);
        for (int i = 0; i < 50; i++) {
            publish("lain-" + i, "Kabar nomor " + i + " tentang pasar malam kota tua");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_old_index_answers_while_the_new_one_is_made_and_both_know_what_changed_meanwhile() {
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            IndexKeeper.Replacement next = keeper.prepare();
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");

            publish("sumur", WELL);
            assertThat(find(keeper, WELL)).isEqualTo("sumur");
            withdraw("kambing");
            assertThat(find(keeper, GOAT)).isNull();

            ClaimIndex old = keeper.index();
            keeper.replaceBy(next);
            assertThat(keeper.index()).isNotSameAs(old);
            assertThat(find(keeper, WELL)).isEqualTo("sumur");
            assertThat(find(keeper, GOAT)).isNull();
            publish("kambing-2", GOAT);
            assertThat(find(keeper, GOAT)).isEqualTo("kambing-2");
        }
    }

    @Test
    void look_ups_never_notice_that_the_index_is_replaced() throws Exception {
        try (ClaimMatcher matcher = ClaimMatcher.open(claims, place, MatchSettings.defaults());
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<?> rebuilds = executor.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    matcher.rebuildIndex();
                }
            });
            int lookUps = 0;
            while (!rebuilds.isDone() || lookUps < 10) {
                MatchOutcome outcome = matcher.match(new Query(GOAT + " " + lookUps++, Language.ID));
                assertThat(outcome.results()).first().extracting(r -> r.claim().key()).isEqualTo("kambing");
            }
            rebuilds.get();
        }
        assertThat(places()).containsExactly("5");
    }

    @Test
    void a_new_index_is_the_one_the_next_start_opens_without_reading_the_claims_again() throws Exception {
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            keeper.rebuild();
            assertThat(places()).containsExactly("1");
        }
        // What is not read from the store again cannot have noticed this.
        database.write().sql("UPDATE claim SET text = 'lain sama sekali'").update();
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
            assertThat(keeper.generation()).isZero();
        }
    }

    @Test
    void an_index_that_was_never_finished_is_no_index() throws Exception {
        new IndexKeeper(claims, place).close();
        Files.createDirectories(place.resolve("1"));
        Files.writeString(place.resolve("1").resolve("_0.cfs"), "half of something");
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
            assertThat(places()).containsExactly("0");
        }
    }

    @Test
    void a_store_that_fails_while_the_index_is_made_leaves_the_old_one_in_use() throws Exception {
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            database.write().sql("UPDATE claim SET verdict = 'NO SUCH VERDICT' WHERE claim_key = 'lain-7'").update();
            assertThatThrownBy(keeper::rebuild).isInstanceOf(RuntimeException.class);
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
            database.write().sql("UPDATE claim SET verdict = 'FALSE' WHERE claim_key = 'lain-7'").update();
            keeper.rebuild();
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
        }
    }

    @Test
    void an_index_of_other_words_answers_at_once_and_is_made_anew_by_itself() throws Exception {
        IndexKeeper older = new IndexKeeper(claims, place);
        IndexStamp stamp = IndexStamp.of(claims.storeId()).at(older.version());
        older.index().commit(new IndexStamp(stamp.format(), "older", stamp.storeId(), stamp.version()).toString());
        older.index().discard();
        try (IndexKeeper keeper = new IndexKeeper(claims, place)) {
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
            await().until(() -> keeper.generation() == 1);
            assertThat(find(keeper, GOAT)).isEqualTo("kambing");
        }
    }

    private @Nullable String find(IndexKeeper keeper, String text) {
        Assessor assessor = new Assessor(MatchModel.shipped(), GuardSettings.defaults());
        List<Ranked> ranked =
                keeper.read(index -> assessor.assess(text, Corpus.of(index))).ranked();
        if (ranked.isEmpty()) {
            return null;
        }
        ClaimWords best = ranked.get(0).candidate().words;
        return best.words().startsWith(text.toLowerCase(Locale.ROOT).substring(0, 8))
                ? claims.find(new ClaimId(best.claimId())).orElseThrow().key()
                : null;
    }

    private List<String> places() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    private void publish(String key, String text) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, null, List.of(), List.of(), List.of(), null,
                null, null);
        claims.saveAll(List.of(new Claims.Row(key, content, ClaimState.PUBLISHED)));
    }

    private void withdraw(String key) {
        Claim claim = claims.findByKey(key).orElseThrow();
        claims.move(claim.id(), claim.version(), ClaimState.WITHDRAWN);
    }
}
