package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.text.Grams;
import id.saring.text.TextLanguage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index knows of how common words are, against what is counted by hand. */
class TermStatisticsTest {
    private static final List<String> WORDS =
            List.of("gajah", "kucing", "sungai", "gunung", "obat", "hujan", "pasar", "kereta", "lampu", "garam");

    @TempDir
    private Path directory;

    private Database database;
    private Claims claims;
    private IndexKeeper keeper;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(directory));
        claims = new Claims(database, Clock.systemUTC());
        keeper = new IndexKeeper(claims, directory.resolve("index"));
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void a_term_that_was_added_is_never_taken_for_an_unknown_one() {
        TermStatistics terms = new TermStatistics();
        long[] keys = new SplittableRandom(5).longs(5_000).toArray();
        for (long key : keys) {
            terms.add(new long[] {key});
        }
        TermStatistics more = terms.continued();
        more.add(new long[] {1});
        assertThat(LongStream.of(keys)).allMatch(key -> terms.countIfKnown(key) == 1 && more.countIfKnown(key) == 1);
        assertThat(more.countIfKnown(1)).isEqualTo(1);
        assertThat(terms.countIfKnown(1)).isZero();
    }

    @Test
    void counts_and_lengths_are_those_counted_by_hand() {
        publish("a", "gajah gajah minum obat", "kucing di pasar");
        publish("b", "kucing minum hujan");
        TermStatistics terms = keeper.index().statistics().terms();
        assertThat(count("gajah")).isEqualTo(1);
        assertThat(count("kucing")).isEqualTo(2);
        assertThat(count("minum")).isEqualTo(2);
        assertThat(count("garam")).isZero();
        assertThat(terms.averageLength()).isEqualTo((4 + 2 + 3) / 3.0);
        assertThat(keeper.index().statistics().grams().count(Grams.parse("_min"))).isEqualTo(2);
        // Small stores weigh words as if they held a thousand wordings.
        assertThat(terms.documents()).isEqualTo(1_000);
        assertThat(terms.idf(2)).isCloseTo(Math.log(1 + (1_000 - 2 + 0.5) / 2.5), within(1e-12));
    }

    @Test
    void changed_and_withdrawn_wordings_count_no_more() {
        publish("a", "gajah minum obat", "gajah sakit");
        publish("b", "kucing minum hujan");
        publish("a", "sungai meluap");
        assertThat(List.of(count("gajah"), count("obat"), count("minum"), count("sungai"))).containsExactly(0, 0, 1, 1);
        withdraw("b");
        assertThat(List.of(count("kucing"), count("minum"), count("hujan"))).containsExactly(0, 0, 0);
        assertThat(keeper.index().statistics().terms().averageLength()).isEqualTo(2);
    }

    @Test
    void many_changes_leave_what_an_index_made_anew_and_one_opened_again_count() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            String key = "k" + random.nextInt(40);
            if (random.nextInt(5) == 0 && claims.findByKey(key).filter(Claim::published).isPresent()) {
                withdraw(key);
            } else {
                publish(key, text(random), text(random));
            }
        }
        Map<String, Integer> counted = new HashMap<>();
        claims.forEach(claim -> {
            if (claim.published()) {
                ClaimWords.wordings(claim).forEach(wording -> List.of(ClaimWords.parse(wording).terms().split(" +"))
                        .stream()
                        .distinct()
                        .forEach(stem -> counted.merge(stem, 1, Integer::sum)));
            }
        });
        assertThat(counts()).isEqualTo(counted);
        double averageLength = keeper.index().statistics().terms().averageLength();

        keeper.close();
        keeper = new IndexKeeper(claims, directory.resolve("index"));
        assertThat(counts()).isEqualTo(counted);
        assertThat(keeper.index().statistics().terms().averageLength()).isEqualTo(averageLength);
        keeper.rebuild();
        assertThat(counts()).isEqualTo(counted);
        assertThat(keeper.index().statistics().terms().averageLength()).isEqualTo(averageLength);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        WORDS.forEach(word -> {
            if (count(word) > 0) {
                counts.put(TextLanguage.INDONESIAN.stem(word), count(word));
            }
        });
        return counts;
    }

    private int count(String word) {
        return keeper.index().statistics().terms().count(TermStatistics.key(TextLanguage.INDONESIAN.stem(word)));
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(4); i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private void publish(String key, String text, String... phrasings) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, null, List.of(), List.of(phrasings),
                List.of(), null, null,
                null);
        claims.saveAll(List.of(new Claims.Row(key, content, ClaimState.PUBLISHED)));
    }

    private void withdraw(String key) {
        Claim claim = claims.findByKey(key).orElseThrow();
        claims.move(claim.id(), claim.version(), ClaimState.WITHDRAWN);
    }
}
