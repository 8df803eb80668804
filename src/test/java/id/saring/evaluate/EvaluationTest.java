package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.saring.match.MatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationTest {
    @TempDir
    private Path directory;

    private Path claims;
    private Path queries;
    private Path qrels;
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        claims = write("claims.jsonl", """
                {"id":"c1","claim":"Madu kutub dapat mencairkan es di puncak gunung","lang":"id","date":"2020-03-01"}
                {"id":"c2","claim":"Pohon kelapa tumbuh terbalik di pantai selatan","lang":"id","verdict":"ENTAH"}
                """);
        queries = write("queries.jsonl", """
                {"id":"q1","text":"katanya madu kutub dapat mencairkan es di puncak gunung","kind":"narasi"}
                {"id":"q2","text":"xyzzy","kind":"nomatch"}
                """);
        qrels = write("qrels.tsv", "q1\tc1\n");
    }

    @Test
    void results_have_a_line_for_each_of_the_best_claims_and_one_for_nothing() throws IOException {
        Path out = directory.resolve("results.tsv");
        evaluation().run(new Evaluation.Request(List.of(claims), List.of(queries), List.of(qrels), out), printer());
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).isEqualTo("query_id\trank\tclaim_id\tscore\toutcome");
        assertThat(lines.get(1)).startsWith("q1\t1\tc1\t0.").endsWith("\tmatch");
        assertThat(lines.getLast()).isEqualTo("q2\t1\t-\t0\tnot_found");
        assertThat(printed.toString())
                .contains("claims 2, messages 2", "success@1 1.0000", "answered with a match 0.0000")
                .contains("expected calibration error");
    }

    @Test
    void messages_of_one_story_are_gathered_and_counted_in_pairs() throws IOException {
        Path messages = write("told.jsonl", """
                {"id":"a1","text":"Madu kutub dapat mencairkan es di puncak gunung Jaya"}
                {"id":"a2","text":"katanya madu kutub dpt mencairkan es dipuncak gunung jaya lho"}
                {"id":"b1","text":"Pohon kelapa tumbuh terbalik di pantai selatan Kebumen"}
                {"id":"b2","text":"POHON KELAPA TUMBUH TERBALIK DI PANTAI SELATAN KEBUMEN!!!"}
                {"id":"no label","text":"Halo"}
                """);
        Path labels = write("told.tsv", "a1\tc1\na2\tc1\nb1\tc2\nb2\tc3\nb1\tc3\n");

        GatheringEvaluation.run(
                new GatheringEvaluation.Request(List.of(messages), List.of(labels), 10, 10, 1), printer());

        assertThat(printed.toString())
                .contains("messages 4, stories 2, cases 2", "precision 1.000, recall 1.000, F1 1.000");
    }

    @Test
    void a_confirmed_wording_finds_its_likes() throws IOException {
        Path messages = write("worded.jsonl", """
                {"id":"w1","text":"cairan lebah beruang putih melelehkan gletser tropis"}
                {"id":"w2","text":"cairan lebah beruang putih melelehkan gletser tropis kata paman"}
                """);
        Path labels = write("worded.tsv", "w1\tc1\nw2\tc1\n");

        evaluation().learn(new Evaluation.Request(List.of(claims), List.of(messages), List.of(labels),
                null), printer());

        assertThat(printed.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("before other wordings 1: match recall 0.0000"))
                .anyMatch(line -> line.startsWith("after other wordings 1: match recall 1.0000"));
    }

    @Test
    void a_broken_line_is_named() throws IOException {
        Path broken = write("broken.jsonl", "{\"id\":\"q1\",\"text\":\"halo\"}\n{\"id\":\"q2\"}\n");
        assertThatThrownBy(() ->
                evaluation().run(new Evaluation.Request(List.of(claims), List.of(broken), List.of(), null), printer()))
                .hasMessageContaining("broken.jsonl line 2")
                .hasMessageContaining("\"text\" is missing");
    }

    @Test
    void one_message_is_explained() {
        Evaluation.Request request = new Evaluation.Request(List.of(claims), List.of(queries), List.of(), null);
        evaluation().explain(request, "q1", false, printer());
        assertThat(printed.toString()).contains("outcome match", "found    madu kutub", "guard contradiction: passed");
    }

    @Test
    void the_same_explanation_is_given_as_json() {
        Evaluation.Request request = new Evaluation.Request(List.of(claims), List.of(queries), List.of(qrels), null);
        evaluation().explain(request, "q1", true, printer());
        JsonNode json = JsonMapper.shared().readTree(printed.toString());
        assertThat(json.path("id").asString()).isEqualTo("q1");
        assertThat(json.path("right").path(0).asString()).isEqualTo("c1");
        JsonNode explanation = json.path("explanation");
        assertThat(explanation.path("outcome").asString()).isEqualTo("match");
        assertThat(explanation.path("threshold").path("name").asString()).isEqualTo("confident");
        assertThat(explanation.path("threshold").path("reached").asBoolean()).isTrue();
        assertThat(explanation.path("guards").findValuesAsString("name"))
                .contains("denial", "contradiction", "explained");
        JsonNode first = explanation.path("candidates").path(0);
        assertThat(first.path("key").asString()).isEqualTo("c1");
        assertThat(first.path("passage").asString()).contains("madu kutub");
        assertThat(sum(first.path("features"))).isCloseTo(first.path("order").asDouble(), within(1e-9));
        JsonNode decision = explanation.path("decision");
        assertThat(decision.path("bias").asDouble() + sum(decision.path("inputs")))
                .isCloseTo(decision.path("logOdds").asDouble(), within(1e-9));
        assertThat(1 / (1 + Math.exp(-decision.path("logOdds").asDouble())))
                .isCloseTo(explanation.path("confidence").asDouble(), within(1e-9));
    }

    @Test
    void recall_looks_deeper_than_an_answer_does() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            many.append("{\"id\":\"c%d\",\"claim\":\"Madu kutub nomor satu\",\"lang\":\"id\"}\n".formatted(i));
        }
        many.append("{\"id\":\"last\",\"claim\":\"Madu kutub dan lain-lain yang panjang\",\"lang\":\"id\"}\n");
        Path question = write("question.jsonl", "{\"id\":\"q1\",\"text\":\"madu kutub nomor satu\"}\n");
        evaluation().run(
                new Evaluation.Request(
                        List.of(write("many.jsonl", many.toString())),
                        List.of(question),
                        List.of(write("last.tsv", "q1\tlast\n")),
                        null),
                printer());
        assertThat(printed.toString()).contains("success@1 0.0000 @5 0.0000 @10 0.0000", "recall@100 1.0000");
    }

    private static double sum(JsonNode parts) {
        return parts.valueStream().mapToDouble(part -> part.path("contribution").asDouble()).sum();
    }

    private static Evaluation evaluation() {
        return new Evaluation(MatchSettings.defaults());
    }

    private PrintWriter printer() {
        return new PrintWriter(printed);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
