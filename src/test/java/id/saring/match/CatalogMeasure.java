package id.saring.match;

import id.saring.match.ClaimQuery.Order;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Revisions;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures the moderators' list over 100,000 claims on both databases; runs only when asked for by its name:
 * {@code mvn test -Dtest=CatalogMeasure}.
 */
public class CatalogMeasure {
    private static final int CLAIMS = Integer.getInteger("claims", 100_000);
    private static final int ROUNDS = 15;

    @Test
    void sqlite() throws Exception {
        measure("SQLite", TestStore.sqlite());
    }

    @Test
    void postgres() throws Exception {
        measure("PostgreSQL", TestStore.postgres());
    }

    private static void measure(String name, TestStore store) throws Exception {
        store.beforeEach(null);
        Claims claims = new Claims(store.open(), Clock.systemUTC());
        try (ClaimCatalog catalog = ClaimCatalog.open(claims, Files.createTempDirectory("saring-catalog"))) {
            long start = System.nanoTime();
            fill(claims);
            System.out.printf("%s: %d claims saved in %.1f s%n", name, CLAIMS, (System.nanoTime() - start) / 1e9);
            report(name, "catching up and all", () -> catalog.list(ClaimQuery.ALL, 0, 50).total());
            questions().forEach((what, query) -> report(name, what, () -> catalog.list(query, 0, 50).total()));
            report(name, "page 200 of all", () -> catalog.list(ClaimQuery.ALL, 9_950, 50).total());
            report(name, "last page of all", () -> catalog.list(ClaimQuery.ALL, CLAIMS - 50, 50).total());
            ClaimQuery word = new ClaimQuery("kata1", null, null, null, null, null, null, Order.CHANGED);
            report(name, "page 100 of a common word", () -> catalog.list(word, 4_950, 50).total());
            Claim claim = catalog.list(ClaimQuery.ALL, 500, 1).items().getFirst();
            report(name, "open one claim", () -> claims.find(claim.id()).orElseThrow().version());
            Revisions revisions = new Revisions(store.open());
            report(name, "its revisions", () -> revisions.of(claim.id(), Long.MAX_VALUE, 50).size());
        } finally {
            store.afterEach(null);
        }
    }

    private static Map<String, ClaimQuery> questions() {
        Map<String, ClaimQuery> questions = new LinkedHashMap<>();
        questions.put("all", ClaimQuery.ALL);
        questions.put("all by review", new ClaimQuery("", null, null, null, null, null, null, Order.REVIEWED));
        questions.put("a state", new ClaimQuery("", ClaimState.DRAFT, null, null, null, null, null, Order.CHANGED));
        questions.put("a verdict and language",
                new ClaimQuery("", null, Verdict.TRUE, Language.EN, null, null, null, Order.CHANGED));
        questions.put("days", new ClaimQuery(
                "", null, null, null, null, LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31), Order.REVIEWED));
        questions.put("a common word", new ClaimQuery("kata1", null, null, null, null, null, null, Order.CHANGED));
        questions.put("a rare word", new ClaimQuery("jarang77777", null, null, null, null, null, null, Order.CHANGED));
        questions.put("a word that is nowhere",
                new ClaimQuery("zzzz", null, null, null, null, null, null, Order.REVIEWED));
        questions.put("three words and every filter", new ClaimQuery(
                "kata1 kata2 kata3", ClaimState.PUBLISHED, Verdict.FALSE, Language.ID, null,
                LocalDate.of(2020, 1, 1), LocalDate.of(2025, 1, 1), Order.CHANGED));
        return questions;
    }

    public static void fill(Claims claims) {
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            ClaimState state = i % 20 == 0 ? ClaimState.DRAFT : ClaimState.PUBLISHED;
            ClaimContent content = new ClaimContent(
                    i % 3 == 0 ? Language.EN : Language.ID,
                    words(random, 22) + " jarang" + i,
                    words(random, 10),
                    Verdict.values()[i % Verdict.values().length],
                    null,
                    null,
                    words(random, 80),
                    List.of(new Source(words(random, 8), "https://example.org/" + i, "Contoh")),
                    List.of(words(random, 15), words(random, 15)),
                    List.of(),
                    null,
                    LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500)),
                    "Tim");
            rows.add(new Row("k" + i, content, state));
            if (rows.size() == 1000) {
                claims.saveAll(rows);
                rows.clear();
            }
        }
    }

    /** Words by Zipf's law, as texts have them. */
    private static String words(Random random, int count) {
        return Stream.generate(() -> "kata" + (int) Math.pow(20_000, random.nextDouble())).limit(count)
                .collect(Collectors.joining(" "));
    }

    private interface Question {
        long ask();
    }

    private static void report(String store, String what, Question question) {
        long found = question.ask();
        double[] millis = IntStream.range(0, ROUNDS).mapToDouble(i -> {
            long start = System.nanoTime();
            question.ask();
            return (System.nanoTime() - start) / 1e6;
        }).sorted().toArray();
        System.out.printf("%s, %s: median %.1f ms, slowest %.1f ms, %d found%n",
                store, what, millis[ROUNDS / 2], Arrays.stream(millis).max().orElse(0), found);
    }
}
