package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** Kinds whose claim a message contradicts or denies: the claim may be offered, and an answer may not be wrong. */
    private static final Set<String> ABOUT_ITS_CLAIM = Set.of("negated", "denial");

    private static Database database;
    private static ClaimMatcher matcher;
    private static final List<Answered> ANSWERED = new ArrayList<>();

    @BeforeAll
    static void ask(@TempDir Path directory) throws IOException {
        database = Database.open(DatabaseSettings.embedded(directory));
        Claims claims = new Claims(database, Clock.systemUTC());
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
    void print() {
        for (Answered a : ANSWERED) {
            boolean wrong = a.isMatch() && !a.message().expected().contains(a.first());
            boolean missed = a.message().confident() && !(a.isMatch() && a.message().expected().contains(a.first()));
            boolean over = a.isMatch() && !a.message().confident() && !wrong;
            if (wrong || missed || over) {
                System.out.println((wrong ? "WRONG " : missed ? "MISSED " : "OVER ") + a + " %.2f ".formatted(a.outcome().results().isEmpty() ? 0 : a.outcome().results().get(0).confidence()) + a.message().text().replace("\n", " ").substring(0, Math.min(110, a.message().text().length())));
            }
        }
        List<Answered> conf = ANSWERED.stream().filter(a -> a.message().confident()).toList();
        System.out.println("confident recall " + conf.stream().filter(a -> a.isMatch() && a.message().expected().contains(a.first())).count() + "/" + conf.size());
    }
}
