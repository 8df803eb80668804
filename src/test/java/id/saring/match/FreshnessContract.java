package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How soon answers heed what another process did to the claims, on every database. */
abstract class FreshnessContract {
    private static final String GARLIC = "Bawang putih rebus menyembuhkan virus corona dalam semalam";
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    final TestStore store;

    @RegisterExtension
    final TestStore other = TestStore.sqlite();

    private Database here;
    private Claims claims;
    private Claims elsewhere;

    FreshnessContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        here = store.open();
        claims = new Claims(here, Clock.systemUTC());
        elsewhere = new Claims(store.open(), Clock.systemUTC());
    }

    @Test
    void a_verdict_corrected_elsewhere_is_told_within_a_second_although_the_old_answer_is_cached() {
        save(claims, "a", GARLIC, Verdict.TRUE);
        AtomicLong nanos = new AtomicLong();
        MatchSettings settings = MatchSettings.defaults();
        try (ClaimMatcher matcher = new ClaimMatcher(
                claims, new IndexKeeper(claims, null, nanos::get), settings.matchModel(), settings)) {
            assertThat(told(matcher)).isEqualTo(Verdict.TRUE);
            save(elsewhere, "a", GARLIC, Verdict.FALSE);
            // Nothing follows the claims here: the matcher itself does not trust what is more than a second old.
            nanos.addAndGet(Duration.ofSeconds(1).toNanos() + 1);
            assertThat(told(matcher)).isEqualTo(Verdict.FALSE);
        }
    }

    @Test
    void whoever_follows_the_claims_has_them_without_being_asked() throws Exception {
        IndexKeeper keeper = new IndexKeeper(claims, null);
        try (AutoCloseable following = claims.follow(keeper::catchUp)) {
            assertThat(following).isNotNull();
            save(elsewhere, "a", GARLIC, Verdict.FALSE);
            await().atMost(SOON).until(() -> keeper.version() == elsewhere.storeVersion());
        }
    }

    @Test
    void without_the_store_there_is_no_answer_rather_than_an_old_one() {
        save(claims, "a", GARLIC, Verdict.TRUE);
        ClaimMatcher matcher = ClaimMatcher.open(claims, null, MatchSettings.defaults());
        assertThat(told(matcher)).isEqualTo(Verdict.TRUE);
        here.close();
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> told(matcher)).isInstanceOf(RuntimeException.class));
    }

    @Test
    void an_index_of_another_store_is_not_used(@TempDir Path dir) {
        save(claims, "a", GARLIC, Verdict.FALSE);
        ClaimMatcher.open(claims, dir, MatchSettings.defaults()).close();
        Claims others = new Claims(other.open(), Clock.systemUTC());
        save(others, "b", "Minum air kelapa muda menawarkan segala racun", Verdict.FALSE);
        try (ClaimMatcher matcher = ClaimMatcher.open(others, dir, MatchSettings.defaults())) {
            assertThat(told(matcher)).isNull();
        }
    }

    private static @Nullable Verdict told(ClaimMatcher matcher) {
        return matcher.match(new Query(GARLIC, Language.ID)) instanceof MatchOutcome.Match match
                ? match.best().claim().content().verdict()
                : null;
    }

    private static void save(Claims claims, String key, String text, Verdict verdict) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, null, verdict, null, null, null, List.of(), List.of(), List.of(), null, null, null);
        claims.saveAll(List.of(new Claims.Row(key, content, ClaimState.PUBLISHED)));
        assertThat(claims.findByKey(key).map(Claim::content)).contains(content);
    }
}
