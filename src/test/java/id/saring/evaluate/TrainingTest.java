package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.match.MatchModel;
import id.saring.match.MatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits on messages made from invented claims by chance of a fixed seed. */
class TrainingTest {
    private static final int CLAIMS = 60;
    private static final String[] SYLLABLES = {"ba", "ki", "tu", "lo", "me", "ra", "su", "ndi", "pa", "go", "wa", "yo"};

    @TempDir
    private Path directory;

    private Path pack;

    @BeforeEach
    void make() throws IOException {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            words.add(syllable(random) + syllable(random) + syllable(random));
        }
        StringBuilder claims = new StringBuilder();
        StringBuilder queries = new StringBuilder();
        StringBuilder qrels = new StringBuilder();
        for (int c = 0; c < CLAIMS; c++) {
            List<String> claim = pick(words, 7, random);
            claims.append("{\"id\":\"c%d\",\"claim\":\"%s\",\"lang\":\"id\"}%n".formatted(c, String.join(" ", claim)));
            List<String> said = new ArrayList<>(pick(claim, 5, random));
            said.addAll(pick(words, 4, random));
            queries.append(query("q" + c, said, "told"));
            qrels.append("q%d\tc%d%n".formatted(c, c));
            if (c % 2 == 0) {
                queries.append(query("n" + c, pick(words, 9, random), "nomatch"));
            }
        }
        pack = Files.createDirectories(directory.resolve("invented"));
        Files.writeString(pack.resolve("claims.jsonl"), claims);
        Files.writeString(pack.resolve("queries.jsonl"), queries);
        Files.writeString(pack.resolve("qrels.tsv"), qrels);
    }

    @Test
    void the_same_seed_gives_the_same_numbers_to_the_byte_on_any_number_of_threads() throws Exception {
        Path first = directory.resolve("first.txt");
        Path second = directory.resolve("second.txt");
        String printed = train(first, true);
        String alone;
        try (ForkJoinPool oneThread = new ForkJoinPool(1)) {
            alone = oneThread.submit(() -> train(second, true)).get();
        }
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(measures(alone)).isEqualTo(measures(printed));
    }

    @Test
    void the_model_orders_right_and_names_what_it_was_fitted_on() throws IOException {
        Path model = directory.resolve("model.txt");
        String printed = train(model, false);
        assertThat(success(printed)).as(printed).isGreaterThan(0.95);
        assertThat(Files.readAllLines(model))
                .startsWith("# fitted on invented")
                .allMatch(line -> line.matches("# .*|[a-z-]+ [A-Z_]+[0-9.]*( -?[0-9.]+){3}|[a-z-]+-bias -?[0-9.]+"));
        assertThat(Files.readAllLines(model))
                .anyMatch(line -> line.startsWith("lent-indonesian COVERED_BY_FELLOWS "))
                .noneMatch(line -> line.startsWith("lent-english "))
                .noneMatch(line -> line.matches("(order-indonesian|decide) (LENT|COVERED_BY_FELLOWS) .*"));
        assertThat(MatchModel.read(model).notes()).contains("folds 3, seed 1");
        assertThat(Files.readAllLines(directory.resolve("results/invented/results.tsv")))
                .startsWith("query_id\trank\tclaim_id\tscore\toutcome")
                .anyMatch(line -> line.startsWith("q0\t1\tc0\t"));

        StringWriter evaluated = new StringWriter();
        MatchSettings settings = MatchSettings.defaults();
        new Evaluation(new MatchSettings(
                        settings.confident(), settings.possible(), settings.keywordWords(), settings.choices(),
                        settings.listed(), settings.cacheSize(), settings.guards(), settings.lists(), model.toString()))
                .run(
                        new Evaluation.Request(
                                List.of(pack.resolve("claims.jsonl")),
                                List.of(pack.resolve("queries.jsonl")),
                                List.of(pack.resolve("qrels.tsv")),
                                null),
                        new PrintWriter(evaluated));
        assertThat(success(evaluated.toString())).isGreaterThan(0.95);
    }

    @Test
    void a_folder_that_is_no_pack_is_told() throws IOException {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        assertThatThrownBy(() -> train(new Training.Request(
                        List.of(empty), List.of(), 1, 3, false, directory.resolve("model.txt"), null)))
                .hasMessageContaining("empty is no pack: it has neither qrels.tsv nor qrels.tsv.gz");
    }

    @Test
    void a_pack_may_name_the_store_of_another() throws IOException {
        Path borrower = Files.createDirectories(directory.resolve("borrower"));
        Files.writeString(borrower.resolve("STORE.txt"), "claims: ../invented/claims.jsonl + extra.jsonl\n");
        Files.writeString(borrower.resolve("extra.jsonl"), "{\"id\":\"x\",\"claim\":\"satu klaim lagi\"}\n");
        Files.copy(pack.resolve("queries.jsonl"), borrower.resolve("queries.jsonl"));
        Files.copy(pack.resolve("qrels.tsv"), borrower.resolve("qrels.tsv"));
        assertThat(Pack.read(borrower).claims())
                .containsExactly(pack.resolve("claims.jsonl"), borrower.resolve("extra.jsonl"));
    }

    private String train(Path out, boolean smallStores) {
        Path results = directory.resolve("results");
        return train(new Training.Request(List.of(pack), List.of(), 1, 3, smallStores, out, results));
    }

    private static String train(Training.Request request) {
        StringWriter printed = new StringWriter();
        new Training(MatchSettings.defaults(), new PrintWriter(printed)).run(request);
        return printed.toString();
    }

    /** What was printed without the times. */
    private static List<String> measures(String printed) {
        return printed.lines().filter(line -> !line.matches(".* in [0-9.]+ s")).toList();
    }

    private static double success(String printed) {
        String line = printed.lines().filter(l -> l.startsWith("all ")).findFirst().orElseThrow();
        return Double.parseDouble(line.replaceFirst(".*success@1 ([0-9.]+).*", "$1"));
    }

    private static String query(String id, List<String> words, String kind) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"kind\":\"%s\"}%n".formatted(id, String.join(" ", words), kind);
    }

    private static List<String> pick(List<String> words, int count, Random random) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private static String syllable(Random random) {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }
}
