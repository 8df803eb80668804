package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.text.Denials.Denial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Guards matching: labelled messages of our own against the sample claims. A change that hurts matching fails here. */
class MatchingGateTest {
    /** One line of messages.jsonl; {@code confident} where a right answer should be given at once. */
    record Labelled(String id, String text, String lang, String kind, List<String> expected, boolean confident) {}

    record Answered(Labelled message, MatchOutcome outcome) {
        String first() {
            return outcome.results().isEmpty() ? "-" : outcome.results().get(0).claim().key();
        }

        boolean isMatch() {
            return outcome instanceof MatchOutcome.Match;
        }

        boolean hasWithin(int depth) {
            return outcome.results().stream().limit(depth).anyMatch(r -> message.expected().contains(r.claim().key()));
        }

        @Override
        public String toString() {
            return "%s %s -> %s %s".formatted(message.kind(), message.id(), outcome.code(), first());
        }
    }

    private static final int MISSPELT = 5;

    /** Of some 1,900; before slips were read there were 48. */
    private static final int WRONG_BY_SLIPS = 2;

    private static Database database;
    private static Claims claims;
    private static ClaimMatcher matcher;
    private static final List<Answered> ANSWERED = new ArrayList<>();

    @BeforeAll
    static void ask(@TempDir Path directory) throws IOException {
        database = Database.open(DatabaseSettings.embedded(directory));
        claims = new Claims(database, Clock.systemUTC());
        try (InputStream in = new ClassPathResource("sample-claims.jsonl").getInputStream()) {
            new ClaimImport(claims, Language.ID).run(in, "sample-claims.jsonl", ImportListener.NONE);
        }
        matcher = ClaimMatcher.open(claims, null, MatchSettings.defaults());
        JsonMapper json = JsonMapper.builder().build();
        String lines = new ClassPathResource("match/messages.jsonl").getContentAsString(StandardCharsets.UTF_8);
        for (String line : lines.lines().toList()) {
            Labelled message = json.readValue(line, Labelled.class);
            ANSWERED.add(new Answered(message, matcher.match(new Query(message.text(), null))));
        }
    }

    @AfterAll
    static void close() {
        matcher.close();
        database.close();
    }

    @Test
    void no_message_gets_the_verdict_of_another_claim() {
        assertThat(ANSWERED).filteredOn(a -> a.isMatch() && !a.message().expected().contains(a.first())).isEmpty();
    }

    /** What the desk is told before a claim is published is what comes of it. */
    @Test
    void what_a_claim_would_answer_is_known_before_it_is_published() {
        List<Claim> first = claims.latest(null, 0, 12).items();
        for (Claim claim : first) {
            Claim away = claims.move(claim.id(), claim.version(), ClaimState.WITHDRAWN);
            try {
                assertThat(ANSWERED).allSatisfy(a -> assertThat(matcher.wouldAnswer(claim, a.message().text()))
                        .as("%s by %s", a, claim.key())
                        .isEqualTo(a.isMatch() && a.first().equals(claim.key())));
            } finally {
                claims.move(claim.id(), away.version(), ClaimState.PUBLISHED);
            }
        }
        assertThat(ANSWERED)
                .filteredOn(a -> a.isMatch() && first.stream().anyMatch(claim -> claim.key().equals(a.first())))
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_message_that_says_the_opposite_gets_no_verdict() {
        assertThat(ANSWERED).filteredOn(a -> a.message().kind().equals("negated") && a.isMatch()).isEmpty();
    }

    /** A slip of the finger must not hide that another story is told, nor make one of chatter. */
    @Test
    void nor_does_any_message_when_it_is_misspelt() {
        Misspeller misspeller = new Misspeller(1);
        List<String> wrong = new ArrayList<>();
        for (Answered answered : ANSWERED) {
            Labelled message = answered.message();
            for (int time = 0; time < MISSPELT; time++) {
                String text = misspeller.misspell(message.text());
                MatchOutcome outcome = matcher.match(new Query(text, null));
                Answered again = new Answered(message, outcome);
                if (again.isMatch() && (!message.expected().contains(again.first())
                        || message.kind().equals("negated"))) {
                    wrong.add(again + ": " + text);
                }
            }
        }
        // Some slips make another word of the language ("even hundred"), which nobody can see.
        assertThat(wrong).hasSizeLessThanOrEqualTo(WRONG_BY_SLIPS);
    }

    @Test
    void a_denial_is_answered_as_one_or_offered_a_choice() {
        assertThat(share(
                        a -> a.message().kind().equals("denial"), a -> !(a.outcome() instanceof MatchOutcome.Match m)
                        || m.denial() != Denial.NONE))
                .isGreaterThanOrEqualTo(0.95);
        assertThat(share(a -> a.message().kind().equals("denial"), a -> a.hasWithin(5))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void the_right_claim_comes_first() {
        assertThat(share(a -> a.message().confident(), a -> a.hasWithin(1))).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void most_clear_messages_are_answered_at_once() {
        assertThat(share(a -> a.message().confident(), a -> a.isMatch() && a.hasWithin(1)))
                .isGreaterThanOrEqualTo(0.55);
    }

    @Test
    void a_keyword_lists_its_claims() {
        assertThat(share(a -> a.message().kind().equals("keyword"), a -> a.hasWithin(5))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void chatter_is_left_alone() {
        assertThat(share(
                        a -> a.message().kind().equals("nomatch"),
                        a -> a.outcome() instanceof MatchOutcome.NotFound
                        || a.outcome() instanceof MatchOutcome.Unreadable))
                .isGreaterThanOrEqualTo(0.70);
    }

    @Test
    void a_whole_article_finds_the_claim_it_denies() {
        Answered article = ANSWERED.stream()
                .filter(a -> a.message().id().equals("article-north-korea-denial"))
                .findFirst()
                .orElseThrow();
        assertThat(article.message().text().split("\\s+")).hasSizeGreaterThan(900);
        assertThat(article.first()).isEqualTo("korea-utara-ekspor-senjata-ke-rusia");
    }

    private static double share(Predicate<Answered> of, Predicate<Answered> that) {
        List<Answered> all = ANSWERED.stream().filter(of).toList();
        assertThat(all).isNotEmpty();
        return all.stream().filter(that).count() / (double) all.size();
    }
}
