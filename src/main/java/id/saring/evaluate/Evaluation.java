package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.MatchSettings;
import id.saring.match.Query;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs labelled messages through the very matcher that answers chats, over a store made for the purpose and thrown
 * away.
 */
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

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A message and why it got its answer.
     *
     * @param right keys of the claims that answer it, as far as labels were given
     */
    private record Explained(String id, String text, Set<String> right, Explanation explanation) {}

    private final MatchSettings settings;

    public Evaluation(MatchSettings settings) {
        this.settings = settings;
    }

    /** Evaluates and prints the figures. */
    public void run(Request request, PrintWriter printer) {
        List<Message> messages = Pack.of("", request.claims(), request.queries(), request.qrels()).messages();
        try (TrialStore store = new TrialStore(request.claims(), settings)) {
            ClaimMatcher matcher = store.trial().matcher(settings.matchModel());
            // The first look-ups of a JVM measure its compiler; they are not what a running service does.
            messages.stream().limit(WARM_UP).forEach(message -> matcher.explain(new Query(message.text(), null)));
            long start = System.nanoTime();
            List<Answer> answers = messages.stream().map(message -> answer(matcher, store, message)).toList();
            if (request.out() != null) {
                Results.write(answers, request.out());
            }
            Measures measures = new Measures(answers);
            printer.printf(Locale.ROOT, "claims %d, messages %d%n", store.keys().size(), messages.size());
            if (!request.qrels().isEmpty()) {
                Table table = new Table(printer);
                table.print(measures);
                table.reliability(answers);
            }
            printer.printf(
                    Locale.ROOT,
                    "lookup (uncached, one thread, after a warm-up) p50 %.2f ms, p99 %.2f ms, %.0f a second; with explanations %.1f s in all%n",
                    measures.latency(0.5),
                    measures.latency(0.99),
                    measures.lookupsPerSecond(),
                    (System.nanoTime() - start) / 1e9);
            printer.flush();
        }
    }

    /**
     * Explains the answer to one message, as text or as JSON.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public void explain(Request request, String queryId, boolean asJson, PrintWriter printer) {
        Message message = Pack.of("", request.claims(), request.queries(), request.qrels()).messages().stream()
                .filter(m -> m.id().equals(queryId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message has the id " + queryId));
        try (TrialStore store = new TrialStore(request.claims(), settings)) {
            ClaimMatcher matcher = store.trial().matcher(settings.matchModel());
            Explanation explanation = matcher.explain(new Query(message.text(), null));
            if (asJson) {
                Explained explained = new Explained(message.id(), message.text(), message.right(), explanation);
                printer.println(JSON.writeValueAsString(explained));
            } else {
                printer.printf("%s%n%n%s%n", message.text(), explanation.toText());
            }
            printer.flush();
        }
    }

    /**
     * Measures what confirming people's wordings is worth: of each claim with several messages the first is taken into
     * its phrasings, and the others are looked up before and after.
     *
     * @throws IllegalArgumentException without labels
     */
    public void learn(Request request, PrintWriter printer) {
        LearnedPhrasings learned = LearnedPhrasings.of(request);
        try (TrialStore store = new TrialStore(request.claims(), settings)) {
            ClaimMatcher matcher = store.trial().matcher(settings.matchModel());
            learned.print("before", answers(matcher, store, learned.others()), printer);
            int taken = learned.teach(store.claims());
            learned.print("after", answers(matcher, store, learned.others()), printer);
            printer.printf(Locale.ROOT, "claims that learned a wording %d%n", taken);
            printer.flush();
        }
    }

    private static List<Answer> answers(ClaimMatcher matcher, TrialStore store, List<Message> messages) {
        return messages.stream().map(message -> answer(matcher, store, message)).toList();
    }

    /** Asks for the answer first, and for all about it after the clock has stopped. */
    private static Answer answer(ClaimMatcher matcher, TrialStore store, Message message) {
        long start = System.nanoTime();
        matcher.match(new Query(message.text(), null));
        double millis = (System.nanoTime() - start) / 1e6;
        return Answer.of(message, store, matcher, millis);
    }
}
