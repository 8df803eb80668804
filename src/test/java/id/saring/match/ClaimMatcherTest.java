package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.text.Denials.Denial;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimMatcherTest {
    private static final String PAGES = "https://periksa.example.com/2020/";

    @TempDir
    private Path directory;

    private Database database;
    private Claims claims;
    private ClaimMatcher matcher;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseSettings.embedded(directory));
        claims = new Claims(database, Clock.systemUTC());
        publish("madu", "Madu kutub dapat mencairkan es di puncak gunung Salju Abadi", Verdict.FALSE);
        publish("kelapa", "Pohon kelapa tumbuh terbalik di pantai selatan Pulau Garam", Verdict.FALSE);
        publish("jembatan", "Jembatan kaca di Lembah Angin runtuh karena gempa 7,2", Verdict.FALSE);
        publish("kopi", "Minum kopi pahit tidak menyebabkan sakit telinga", Verdict.TRUE);
        matcher = ClaimMatcher.open(claims, directory.resolve("index"), MatchSettings.defaults());
    }

    @AfterEach
    void close() {
        matcher.close();
        database.close();
    }

    @Test
    void a_repeated_claim_is_a_match() {
        assertThat(match("Sebarkan!! ternyata madu kutub dapat mencairkan es di puncak gunung Salju Abadi lho"))
                .isInstanceOf(MatchOutcome.Match.class)
                .satisfies(outcome -> assertThat(first(outcome)).isEqualTo("madu"));
    }

    @Test
    void a_true_claim_put_down_to_the_wrong_language_is_still_told() {
        String text = "minum cuka apel melarutkan batu ginjal dalam semalam";
        claims.saveAll(List.of(row("cuka", text, Verdict.TRUE, Language.EN)));
        assertThat(match(text)).isInstanceOf(MatchOutcome.Match.class)
                .satisfies(outcome -> assertThat(first(outcome)).isEqualTo("cuka"));
    }

    @Test
    void a_changed_claim_is_in_force_for_the_next_lookup() {
        String text = "madu kutub dapat mencairkan es di puncak gunung Salju Abadi";
        assertThat(match(text).results().get(0).claim().verdict()).isEqualTo(Verdict.FALSE);

        publish("madu", "Madu kutub dapat mencairkan es di puncak gunung Salju Abadi", Verdict.MISLEADING);
        assertThat(match(text).results().get(0).claim().verdict()).isEqualTo(Verdict.MISLEADING);

        Claim claim = claims.findByKey("madu").orElseThrow();
        claims.move(claim.id(), claim.version(), ClaimState.WITHDRAWN);
        assertThat(match(text).results()).extracting(result -> result.claim().key()).doesNotContain("madu");
    }

    @Test
    void a_claim_published_after_nothing_was_found_is_found() {
        String text = "Paus biru terlihat berenang di kolam Bundaran Seroja kemarin sore";
        assertThat(match(text)).isInstanceOf(MatchOutcome.NotFound.class);
        publish("paus", "Paus biru berenang di kolam Bundaran Seroja", Verdict.SATIRE);
        assertThat(first(match(text))).isEqualTo("paus");
    }

    @Test
    void a_repeated_question_is_answered_from_the_cache() {
        match("madu kutub mencairkan es gunung");
        long hits = matcher.answers().stats().hitCount();
        match("  madu kutub mencairkan es gunung ");
        assertThat(matcher.answers().stats().hitCount()).isEqualTo(hits + 1);
    }

    @Test
    void what_other_processes_changed_is_taken_in() {
        Claims elsewhere = new Claims(database, Clock.systemUTC());
        elsewhere.saveAll(List.of(row("naga", "Naga laut muncul di dermaga Teluk Kelam", Verdict.FALSE)));
        matcher.catchUp();
        assertThat(first(match("katanya naga laut muncul di dermaga Teluk Kelam semalam"))).isEqualTo("naga");
    }

    @Test
    void the_index_outlives_a_restart() {
        matcher.close();
        publish("angsa", "Angsa emas bertelur di balai desa Sumber Waras", Verdict.FALSE);
        matcher = ClaimMatcher.open(claims, directory.resolve("index"), MatchSettings.defaults());
        assertThat(first(match("angsa emas bertelur di balai desa Sumber Waras"))).isEqualTo("angsa");
        assertThat(first(match("pohon kelapa tumbuh terbalik di pantai selatan Pulau Garam"))).isEqualTo("kelapa");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://www.periksa.example.com/2020/madu/?utm_source=wa",
        "lihat ini periksa.example.com/2020/madu deh",
        "http://m.periksa.example.com/2020/madu#atas"
    })
    void the_address_of_a_source_is_a_match_by_itself(String text) {
        assertThat(match(text)).isInstanceOf(MatchOutcome.Match.class);
        assertThat(first(match(text))).isEqualTo("madu");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Jembatan kaca di Lembah Angin runtuh karena gempa 5,1 https://periksa.example.com/2020/jembatan",
        "Minum kopi pahit menyebabkan sakit telinga, lihat https://periksa.example.com/2020/kopi"
    })
    void to_name_the_page_of_a_claim_makes_no_other_claim_of_it(String text) {
        assertThat(match(text)).isInstanceOf(MatchOutcome.Candidates.class);
        Explanation explanation = matcher.explain(new Query(text, null));
        assertThat(explanation.reason()).startsWith("contradicts the claim");
        assertThat(explanation.guards())
                .extracting(Explanation.Guard::name, guard -> guard.objection() != null)
                .startsWith(tuple("denial", false), tuple("contradiction", true));
    }

    @Test
    void who_passes_on_the_page_that_shows_a_claim_to_be_false_may_say_the_opposite() {
        String text = "Jembatan kaca di Lembah Angin tidak runtuh karena gempa 7,2";
        assertThat(match(text + " https://periksa.example.com/2020/jembatan")).isInstanceOf(MatchOutcome.Match.class);
    }

    @Test
    void the_guards_explained_are_those_of_the_claim_that_an_address_led_to() {
        Explanation explanation =
                matcher.explain(new Query("HOAKS https://periksa.example.com/2020/kopi", null));
        assertThat(explanation.outcome()).isEqualTo("candidates");
        assertThat(explanation.guards())
                .as("a claim that is true, whose page the message denies")
                .extracting(Explanation.Guard::name, guard -> guard.objection() != null)
                .startsWith(tuple("denial", true), tuple("contradiction", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // Advice on the same subject, news with one word in common, a few words about something else.
        "Dokter bilang kopi susu dingin meningkatkan risiko diabetes dan serangan jantung pada lansia kopi",
        "Kemarin pemerintah desa membangun jembatan gantung baru untuk anak sekolah jembatan",
        "vaksin mengandung chip kopi",
        "Madu kutub dapat mencairkan es di puncak gunung Salju Abadi, pantai kelapa",
        "pohon kelapa madu"
    })
    void a_page_says_nothing_of_words_that_are_not_its_claims(String text) {
        int last = text.lastIndexOf(' ');
        String page = text.substring(last + 1);
        MatchOutcome outcome = match(text.substring(0, last) + " " + PAGES + page);
        assertThat(outcome).isInstanceOf(MatchOutcome.Candidates.class);
        assertThat(first(outcome)).isEqualTo(page);
    }

    @Test
    void the_claim_that_an_address_led_to_stands_first_whatever_the_persons_language() {
        String honey = "Wild honey melts 3 glaciers in the far north";
        claims.saveAll(List.of(row("honey", honey, Verdict.FALSE, Language.EN)));
        Query query = new Query(
                "Wild honey melts 5 glaciers in the far north https://periksa.example.com/2020/madu", Language.EN);
        assertThat(first(matcher.match(query))).isEqualTo("madu");
        Explanation explanation = matcher.explain(query);
        assertThat(explanation.shown())
                .extracting(Explanation.Shown::key, Explanation.Shown::byAddress)
                .containsExactly(tuple("madu", true), tuple("honey", false));
        assertThat(explanation.toText()).contains("shows madu 0.990 by its address");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void guards_that_are_switched_off_or_always_object_break_nothing(double value) {
        MatchSettings shipped = MatchSettings.defaults();
        GuardSettings guards = new GuardSettings(value, value, value, value, value, value, value, value, 1);
        MatchSettings settings = new MatchSettings(
                shipped.confident(), shipped.possible(), shipped.keywordWords(), shipped.choices(),
                shipped.listed(), 0, guards, shipped.lists(), "");
        try (ClaimMatcher other = ClaimMatcher.open(claims, null, settings)) {
            for (String text : List.of("👍", "madu", "https://periksa.example.com/2020/madu", "kucing oranye tidur")) {
                assertThat(other.match(new Query(text, null))).isEqualTo(match(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "👍👍👍", "?!?!", "https://tempat-lain.example.com/halaman"})
    void a_message_without_words_is_unreadable(String text) {
        assertThat(match(text)).isInstanceOf(MatchOutcome.Unreadable.class);
    }

    @Test
    void one_word_is_a_keyword() {
        assertThat(match("kelapa")).isInstanceOf(MatchOutcome.Keyword.class);
        assertThat(first(match("kelapa"))).isEqualTo("kelapa");
        assertThat(match("zebra")).isInstanceOf(MatchOutcome.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Jembatan kaca di Lembah Angin runtuh karena gempa 5,1",
        "Jembatan kaca di Lembah Angin tidak runtuh karena gempa 7,2",
        "Minum kopi pahit menyebabkan sakit telinga"
    })
    void a_message_that_contradicts_its_claim_gets_no_verdict(String text) {
        assertThat(match(text)).isInstanceOf(MatchOutcome.Candidates.class);
        assertThat(matcher.explain(new Query(text, null)).reason()).startsWith("contradicts the claim");
    }

    @Test
    void a_denial_is_known_as_one() {
        assertThat(match("HOAKS: madu kutub dapat mencairkan es di puncak gunung Salju Abadi"))
                .isInstanceOfSatisfying(MatchOutcome.Match.class,
                match -> assertThat(match.denial()).isEqualTo(Denial.CLEAR));
        assertThat(match("Tidak benar bahwa minum kopi pahit tidak menyebabkan sakit telinga"))
                .as("what is true is not rightly denied")
                .isInstanceOf(MatchOutcome.Candidates.class);
    }

    @Test
    void the_explanation_is_the_twin_of_the_answer() {
        Query query = new Query("madu kutub mencairkan es di puncak gunung Salju Abadi kata tetangga", null);
        Explanation explanation = matcher.explain(query);
        assertThat(explanation.outcome()).isEqualTo(matcher.match(query).code());
        assertThat(explanation.confidence()).isEqualTo(matcher.match(query).results().get(0).confidence());
        assertThat(explanation.candidates().get(0).found()).contains("madu", "kutub");
        assertThat(explanation.toText())
                .contains("thresholds", "confident=" + MatchSettings.defaults().confident(), "claim_coverage");
    }

    @Test
    void a_slip_of_the_finger_hides_neither_the_claim_nor_its_opposite() {
        String slips = "madu kutbu mencairkna es di puncak gunugn Salju Abadi";
        assertThat(match(slips)).isInstanceOf(MatchOutcome.Match.class);
        Explanation explanation = matcher.explain(new Query(slips, null));
        assertThat(explanation.slips()).containsExactly(
                entry("kutbu", "kutub"), entry("mencairkna", "mencairkan"), entry("gunugn", "gunung"));
        assertThat(explanation.toText()).contains("read kutbu as kutub");

        assertThat(match("madu kutub bukn mencairkan es di puncak gunung Salju Abadi"))
                .isNotInstanceOf(MatchOutcome.Match.class);
    }

    @Test
    void another_word_is_no_slip_of_the_claims_word() {
        Explanation explanation = matcher.explain(new Query("madu kutun", null));
        assertThat(explanation.slips()).containsEntry("kutun", "kutub");
        assertThat(match("madu kutun")).isNotInstanceOf(MatchOutcome.Match.class);

        // Of so short a claim nothing is missing, but one word as it was typed is not enough.
        publish("emas", "Emas palsu", Verdict.FALSE);
        assertThat(match("emas palsu")).isInstanceOf(MatchOutcome.Match.class);
        assertThat(match("enas palsu")).isNotInstanceOf(MatchOutcome.Match.class);
        assertThat(matcher.explain(new Query("enas palsu", null)).guards())
                .filteredOn(guard -> guard.objection() != null)
                .extracting(Explanation.Guard::name)
                .contains("words");
    }

    @Test
    void a_message_of_20000_characters_is_read_to_its_end() {
        String chatter = "kabar cuaca hari ini cerah berawan dan pasar ramai pembeli sejak pagi. ".repeat(270);
        assertThat(first(match(chatter + "Jembatan kaca di Lembah Angin runtuh karena gempa 7,2.")))
                .isEqualTo("jembatan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0301", "a'", "1.", "\u0301", "#a", "@_", "[a", "(("})
    void a_text_made_to_be_hard_to_read_gets_no_verdict(String part) {
        String text = part.repeat(20_000 / part.length());
        assertThat(match(text)).isNotInstanceOf(MatchOutcome.Match.class);
    }

    private MatchOutcome match(String text) {
        return matcher.match(new Query(text, null));
    }

    private static String first(MatchOutcome outcome) {
        return outcome.results().isEmpty() ? "-" : outcome.results().get(0).claim().key();
    }

    private void publish(String key, String text, Verdict verdict) {
        claims.saveAll(List.of(row(key, text, verdict)));
    }

    private static Claims.Row row(String key, String text, Verdict verdict) {
        return row(key, text, verdict, Language.ID);
    }

    private static Claims.Row row(String key, String text, Verdict verdict, Language language) {
        List<Source> sources = List.of(new Source("Pemeriksaan", PAGES + key, null));
        ClaimContent content = new ClaimContent(
                language, text, null, verdict, null, null, "Ringkasan", sources, List.of(), List.of(), null,
                LocalDate.of(2020, 3, 1), "Redaksi");
        return new Claims.Row(key, content, ClaimState.PUBLISHED);
    }
}
