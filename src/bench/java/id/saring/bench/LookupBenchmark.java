package id.saring.bench;

import id.saring.match.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Look-ups that no cache answers, beside Lucene's own ten best for the same messages, in turn in one process: an
 * iteration of one, an iteration of the next. What else the machine does then slows all of them alike, and leaves
 * their ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupBenchmark {
    private static final int MESSAGES = 2_000;
    private static final int LONG_MESSAGES = 100;
    private static final Turn[] TURNS = Turn.values();
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** How many claims there are. */
    @Param({"10000", "100000", "1000000"})
    public int claims;

    private OpenStore store;
    private final Map<Turn, String[]> messages = new EnumMap<>(Turn.class);
    private int iteration;
    private Turn turn;
    private String[] asked;
    private final int[] next = new int[TURNS.length];

    /** What an iteration measures; the first measures the first, and so on, round and round. */
    enum Turn {
        LOOKUP,
        PLAIN_LUCENE,
        LOOKUP_OF_1000_CHARACTERS,
        LOOKUP_OF_20000_CHARACTERS,
        PLAIN_LUCENE_OF_1000_CHARACTERS;

        /** Times of all its iterations of a run, in microseconds. */
        Statistics times(RunResult run) {
            MultisetStatistics times = new MultisetStatistics();
            iterations(run).forEach(iteration -> iteration
                    .getPrimaryResult()
                    .getStatistics()
                    .getRawData()
                    .forEachRemaining(time -> times.addValue(time.getKey(), time.getValue())));
            return times;
        }

        /** How many bytes one of them allocates, by JMH's {@code gc} profiler. */
        double allocated(RunResult run) {
            return iterations(run).stream()
                    .mapToDouble(iteration -> iteration.getSecondaryResults().get(ALLOCATED).getScore())
                    .average()
                    .orElse(Double.NaN);
        }

        private List<IterationResult> iterations(RunResult run) {
            List<IterationResult> own = new ArrayList<>();
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                int number = 0;
                for (IterationResult iteration : fork.getIterationResults()) {
                    if (number++ % TURNS.length == ordinal()) {
                        own.add(iteration);
                    }
                }
            }
            return own;
        }
    }

    @Setup
    public void open() throws IOException {
        store = OpenStore.uncached(claims);
        String[] mixed = messages(MESSAGES, store.synthetic::message);
        String[] of1000 = messages(LONG_MESSAGES, i -> store.synthetic.text(i, 1_000));
        messages.put(Turn.LOOKUP, mixed);
        messages.put(Turn.PLAIN_LUCENE, mixed);
        messages.put(Turn.LOOKUP_OF_1000_CHARACTERS, of1000);
        messages.put(Turn.PLAIN_LUCENE_OF_1000_CHARACTERS, of1000);
        messages.put(Turn.LOOKUP_OF_20000_CHARACTERS, messages(LONG_MESSAGES, i -> store.synthetic.text(i, 20_000)));
    }

    private static String[] messages(int count, IntFunction<String> message) {
        return IntStream.range(0, count).mapToObj(message).toArray(String[]::new);
    }

    /** Warm-ups take turns too: there have to be as many of each. */
    @Setup(Level.Iteration)
    public void take() {
        turn = TURNS[iteration++ % TURNS.length];
        asked = messages.get(turn);
    }

    @TearDown
    public void close() throws IOException {
        store.close();
    }

    @Benchmark
    public Object inTurn() throws IOException {
        String message = asked[next[turn.ordinal()]++ % asked.length];
        return switch (turn) {
            case LOOKUP, LOOKUP_OF_1000_CHARACTERS, LOOKUP_OF_20000_CHARACTERS ->
                store.matcher.match(new Query(message, null));
            case PLAIN_LUCENE, PLAIN_LUCENE_OF_1000_CHARACTERS -> store.plain.search(message);
        };
    }
}
