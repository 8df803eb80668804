package id.saring.evaluate;

import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.MatchOutcome;
import id.saring.match.MatchSettings;
import id.saring.match.Query;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Runs labelled messages through the very matcher that answers chats, over a store made for the purpose and thrown away. */
public final class Evaluation {
    private static final int BEST = 10;
    private static final int WARM_UP = 500;

    /**
     * What to evaluate.
     *
     * @param claims  files of claims that make the store
     * @param queries files of messages
     * @param qrels   files of labels: the first counts for ranking, all together for whether an answer is right
     * @param out     where the tab-separated results go; null for nowhere
     */
    public record Request(List<Path> claims, List<Path> queries, List<Path> qrels, @Nullable Path out) {}

    private final MatchSettings settings;

    public Evaluation(MatchSettings settings) {
        this.settings = settings;
    }

    /** Evaluates and prints the figures. */
    public void run(Request request, PrintWriter printer) {
        withMatcher(request, (matcher, claims) -> {
            List<PackFiles.Message> messages = new ArrayList<>();
            request.queries().forEach(file -> messages.addAll(PackFiles.readMessages(file)));
            Map<ClaimId, String> keys = new HashMap<>();
            claims.forEach(claim -> keys.put(claim.id(), claim.key()));
            // The first look-ups of a JVM measure its compiler; they are not what a running service does.
            messages.stream().limit(WARM_UP).forEach(message -> matcher.explain(new Query(message.text(), null)));
            long start = System.nanoTime();
            List<Answer> answers = new ArrayList<>();
            for (PackFiles.Message message : messages) {
                answers.add(answer(matcher, keys, message));
            }
            double lookups = answers.stream().mapToDouble(Answer::millis).sum() / 1000;
            if (request.out() != null) {
                write(answers, request.out());
            }
            printer.printf(Locale.ROOT, "claims %d, messages %d%n", keys.size(), messages.size());
            if (!request.qrels().isEmpty()) {
                Map<String, Set<String>> strict = PackFiles.readLabels(request.qrels().subList(0, 1));
                print(new Measures(answers, strict, PackFiles.readLabels(request.qrels())), printer);
            }
            Measures latency = new Measures(answers, Map.of(), Map.of());
            printer.printf(
                    Locale.ROOT,
                    "lookup (uncached, one thread, after a warm-up) p50 %.2f ms, p99 %.2f ms, %.0f a second; with explanations %.1f s in all%n",
                    latency.latency(0.5),
                    latency.latency(0.99),
                    answers.size() / Math.max(1e-9, lookups),
                    (System.nanoTime() - start) / 1e9);
            printer.flush();
        });
    }

    /**
     * Explains the answer to one message as text.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public void explain(Request request, String queryId, PrintWriter printer) {
        PackFiles.Message message = request.queries().stream()
                .flatMap(file -> PackFiles.readMessages(file).stream())
                .filter(m -> m.id().equals(queryId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message has the id " + queryId));
        withMatcher(request, (matcher, claims) -> {
            printer.println(message.text());
            printer.println();
            printer.println(matcher.explain(new Query(message.text(), null)).toText());
            printer.flush();
        });
    }

    /**
     * Measures what confirming people's wordings is worth: of each claim with several messages the first is taken into its
     * phrasings, and the others are looked up before and after.
     *
     * @throws IllegalArgumentException without labels
     */
    public void learn(Request request, PrintWriter printer) {
        LearnedPhrasings learned = LearnedPhrasings.of(request);
        withMatcher(request, (matcher, claims) -> {
            Map<ClaimId, String> keys = new HashMap<>();
            claims.forEach(claim -> keys.put(claim.id(), claim.key()));
            learned.print("before", answers(matcher, keys, learned.others()), printer);
            int taken = learned.teach(claims);
            learned.print("after", answers(matcher, keys, learned.others()), printer);
            printer.printf(Locale.ROOT, "claims that learned a wording %d%n", taken);
            printer.flush();
        });
    }

    private static List<Answer> answers(ClaimMatcher matcher, Map<ClaimId, String> keys, List<PackFiles.Message> messages) {
        return messages.stream().map(message -> answer(matcher, keys, message)).toList();
    }

    private interface Work {
        void with(ClaimMatcher matcher, Claims claims);
    }

    private void withMatcher(Request request, Work work) {
        Path directory = temporary();
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Claims claims = new Claims(database, Clock.systemUTC());
            request.claims().forEach(file -> PackFiles.loadClaims(file, claims));
            try (ClaimMatcher matcher = ClaimMatcher.open(claims, directory.resolve("index"), settings)) {
                work.with(matcher, claims);
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }

    private static Answer answer(ClaimMatcher matcher, Map<ClaimId, String> keys, PackFiles.Message message) {
        Query query = new Query(message.text(), null);
        long start = System.nanoTime();
        MatchOutcome outcome = matcher.match(query);
        double millis = (System.nanoTime() - start) / 1e6;
        Explanation explanation = matcher.explain(query);
        List<String> ranked = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (Explanation.ExplainedCandidate candidate : explanation.candidates().stream().limit(BEST).toList()) {
            ranked.add(keys.getOrDefault(new ClaimId(candidate.claimId()), "?"));
            scores.add(candidate.confidence());
        }
        return new Answer(message, outcome.code(), ranked, scores, millis);
    }

    private static void write(List<Answer> answers, Path out) {
        List<String> lines = new ArrayList<>();
        lines.add("query_id\trank\tclaim_id\tscore\toutcome");
        for (Answer answer : answers) {
            if (answer.ranked().isEmpty()) {
                lines.add("%s\t1\t-\t0\t%s".formatted(answer.message().id(), answer.outcome()));
            }
            for (int i = 0; i < answer.ranked().size(); i++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s\t%d\t%s\t%.6f\t%s",
                        answer.message().id(),
                        i + 1,
                        answer.ranked().get(i),
                        answer.scores().get(i),
                        answer.outcome()));
            }
        }
        try {
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + out, e);
        }
    }

    private static void print(Measures all, PrintWriter printer) {
        print("all", all, printer);
        TreeSet<String> kinds = new TreeSet<>();
        all.answered().forEach(answer -> kinds.add(answer.message().kind()));
        if (kinds.size() > 1) {
            kinds.forEach(kind -> print(kind, all.ofKind(kind), printer));
        }
    }

    private static void print(String kind, Measures m, PrintWriter printer) {
        if (!m.answerable().isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%-20s answerable %5d: success@1 %.4f @5 %.4f @10 %.4f, MAP@5 %.4f, recall at 95 %% precision %.4f, at 90 %% %.4f, match precision %.4f recall %.4f%n",
                    kind,
                    m.answerable().size(),
                    m.success(1),
                    m.success(5),
                    m.success(10),
                    m.meanAveragePrecision(5),
                    m.recallAtPrecision(0.95),
                    m.recallAtPrecision(0.90),
                    m.matchPrecision(),
                    m.matchRecall());
        }
        if (!m.unanswerable().isEmpty()) {
            printer.printf(
                    Locale.ROOT,
                    "%-20s no answer  %5d: answered with a match %.4f%n",
                    kind,
                    m.unanswerable().size(),
                    m.falseMatches());
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("saring-evaluate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
