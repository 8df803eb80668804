package id.saring.match;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.saring.text.Grams;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** How much is searched for, counted and not timed. */
class CandidateSearchTest {
    /** Word {@code w}, from 1, stands in so many wordings divided by {@code w}. */
    private static final int MOST = 400_000;

    private static final int WORDS = 400;

    private final IndexStatistics statistics = statistics();

    @Test
    void a_message_of_20000_characters_is_not_searched_for_more_than_a_short_one_may_be() {
        for (int characters : new int[] {300, 1_000, 20_000}) {
            List<Query> clauses = clauses(message(characters));
            assertThat(clauses).as("clauses of %d characters", characters).hasSizeBetween(1, 128);
            assertThat(wordings(clauses)).as("wordings gone through for %d characters", characters)
                    .isLessThanOrEqualTo(125_000);
        }
    }

    @Test
    void a_text_of_any_length_is_compared_by_a_bounded_part() {
        MessageWords message = MessageWords.of(message(200_000), statistics);
        assertThat(message.sequence).hasSize(MessageWords.MAX_WORDS);
        assertThat(message.passages()).isLessThanOrEqualTo(MessageWords.MAX_WORDS / 8);
        assertThat(message.grams.rarest(64)).hasSize(64);
    }

    @Test
    void the_common_words_of_a_short_message_are_not_searched_for_among_very_many_claims() {
        String few = IntStream.rangeClosed(100, 130).mapToObj(CandidateSearchTest::word).collect(joining(" "));
        String many = IntStream.rangeClosed(100, 160).mapToObj(CandidateSearchTest::word).collect(joining(" "));
        assertThat(wordings(few, 100_000)).isEqualTo(wordings(few, 150_000));
        assertThat(wordings(few, 1_000_000)).isBetween(1L, wordings(many, 1_000_000) * 9 / 10);
    }

    @Test
    void rare_terms_are_searched_for_before_common_ones() {
        // The first word alone would use up more than there is.
        assertThat(stems(clauses(word(1) + " " + word(50) + " " + word(300)))).containsExactly(word(300), word(50));
    }

    @Test
    void a_message_of_nothing_but_a_common_word_is_searched_for_all_the_same() {
        assertThat(stems(clauses(word(1)))).containsExactly(word(1));
    }

    @Test
    void fewer_grams_are_searched_for_among_more_claims() {
        MessageWords message = MessageWords.of(message(1_000), statistics);
        assertThat(List.of(
                        grams(CandidateSearch.clauses(message, 1_000)),
                        grams(CandidateSearch.clauses(message, 500_000)),
                        grams(CandidateSearch.clauses(message, 2_000_000))))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    @Test
    void fewer_grams_are_searched_for_of_a_message_of_many_words() {
        long few = grams(CandidateSearch.clauses(words(350, 382), 1_000));
        long many = grams(CandidateSearch.clauses(words(350, 383), 1_000));
        assertThat(few).isGreaterThan(16);
        assertThat(many).isBetween(1L, 16L);
    }

    private MessageWords words(int from, int to) {
        return MessageWords.of(
                IntStream.range(from, to).mapToObj(CandidateSearchTest::word).collect(joining(" ")), statistics);
    }

    private List<Query> clauses(String message) {
        return CandidateSearch.clauses(MessageWords.of(message, statistics), statistics.terms().documents());
    }

    private static long grams(List<Query> clauses) {
        return clauses.stream().filter(clause -> term(clause).field().equals(ClaimIndex.GRAMS)).count();
    }

    private static List<String> stems(List<Query> clauses) {
        return clauses.stream().map(CandidateSearchTest::term).filter(t -> t.field().equals(ClaimIndex.TERMS))
                .map(Term::text).toList();
    }

    private long wordings(String message, int among) {
        return wordings(CandidateSearch.clauses(MessageWords.of(message, statistics), among));
    }

    private long wordings(List<Query> clauses) {
        return clauses.stream()
                .map(CandidateSearchTest::term)
                .mapToLong(term -> term.field().equals(ClaimIndex.TERMS)
                        ? statistics.terms().count(TermStatistics.key(term.text()))
                        : statistics.grams().count(Grams.parse(term.text())))
                .sum();
    }

    private static Term term(Query clause) {
        return ((TermQuery) (clause instanceof BoostQuery boost ? boost.getQuery() : clause)).getTerm();
    }

    private static String message(int characters) {
        SplittableRandom random = new SplittableRandom(characters);
        StringBuilder message = new StringBuilder();
        while (message.length() < characters) {
            message.append(word(1 + random.nextInt(WORDS))).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return message.substring(0, characters);
    }

    /** Letters that are no word and that no stemmer shortens. */
    private static String word(int number) {
        return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "jzx";
    }

    private static IndexStatistics statistics() {
        TermStatistics terms = new TermStatistics();
        TermStatistics grams = new TermStatistics();
        for (int w = 1; w <= WORDS; w++) {
            long[] key = {TermStatistics.key(word(w))};
            LongStream.Builder ofWord = LongStream.builder();
            Grams.of(word(w), ofWord);
            long[] gramKeys = ofWord.build().toArray();
            for (int i = 0; i < MOST / w; i++) {
                terms.add(key);
                grams.add(gramKeys);
            }
        }
        return new IndexStatistics(
                terms, grams, new Spelling(terms, grams), new LongAccumulator(Math::max, Long.MIN_VALUE));
    }
}
