package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.MatchSettings;
import id.saring.match.Query;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs labelled messages through the very matcher that answers chats, over a store made for the purpose and thrown away. */
public final class Evaluation {
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
        withMatcher(request, (matcher, keys) -> {
            List<Message> messages = Pack.of("", request.claims(), request.queries(), request.qrels()).messages();
            // The first look-ups of a JVM measure its compiler; they are not what a running service does.
            messages.stream().limit(WARM_UP).forEach(message -> matcher.explain(new Query(message.text(), null)));
            long start = System.nanoTime();
            List<Answer> answers = new ArrayList<>();
            for (Message message : messages) {
                answers.add(answer(matcher, keys, message));
            }
            double lookups = answers.stream().mapToDouble(Answer::millis).sum() / 1000;
            if (request.out() != null) {
                Results.write(answers, request.out());
            }
            Measures measures = new Measures(answers);
            printer.printf(Locale.ROOT, "claims %d, messages %d%n", keys.size(), messages.size());
            if (!request.qrels().isEmpty()) {
                new Table(printer).print(measures);
            }
            printer.printf(
                    Locale.ROOT,
                    "lookup (uncached, one thread, after a warm-up) p50 %.2f ms, p99 %.2f ms, %.0f a second; with explanations %.1f s in all%n",
                    measures.latency(0.5),
                    measures.latency(0.99),
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
        Message message = Pack.of("", request.claims(), request.queries(), List.of()).messages().stream()
                .filter(m -> m.id().equals(queryId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message has the id " + queryId));
        withMatcher(request, (matcher, keys) -> {
            printer.println(message.text());
            printer.println();
            printer.println(matcher.explain(new Query(message.text(), null)).toText());
            printer.flush();
        });
    }

    private interface Work {
        void with(ClaimMatcher matcher, Map<Long, String> keys);
    }

    private void withMatcher(Request request, Work work) {
        try (LoadedClaims loaded = new LoadedClaims(request.claims());
                ClaimMatcher matcher = ClaimMatcher.open(loaded.claims(), loaded.index(), settings)) {
            Map<Long, String> keys = new HashMap<>();
            loaded.claims().forEach(claim -> keys.put(claim.id().value(), claim.key()));
            work.with(matcher, keys);
        }
    }

    /** What the matcher answers; the time is that of the answer, not of its explanation. */
    private static Answer answer(ClaimMatcher matcher, Map<Long, String> keys, Message message) {
        Query query = new Query(message.text(), null);
        long start = System.nanoTime();
        matcher.match(query);
        double millis = (System.nanoTime() - start) / 1e6;
        return Answer.of(message, matcher.explain(query), keys, millis);
    }
}
