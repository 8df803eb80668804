package id.saring.bench;

import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Look-ups with the cache of answers: one it holds, and a stream in which few messages come often and many once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CachedBenchmark {
    private static final int MESSAGES = 100_000;

    /** How many claims there are. */
    @Param({"10000", "100000", "1000000"})
    public int claims;

    private OpenStore store;
    private String[] messages;
    private double[] cumulated;
    private SplittableRandom random;

    @Setup
    public void open() throws IOException {
        store = OpenStore.cached(claims);
        messages = new String[MESSAGES];
        cumulated = new double[MESSAGES];
        random = new SplittableRandom(BenchStore.SEED);
        double sum = 0;
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = store.synthetic.message(i);
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
    }

    @TearDown
    public void close() throws IOException {
        Notes.write(claims, "hitRate", store.matcher.answers().stats().hitRate());
        store.close();
    }

    @Benchmark
    public MatchOutcome cached() {
        return store.matcher.match(new Query(messages[0], null));
    }

    /** Zipf's law with exponent 1 over {@value #MESSAGES} messages. */
    @Benchmark
    public MatchOutcome zipfStream() {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[MESSAGES - 1]);
        return store.matcher.match(new Query(messages[Math.min(found >= 0 ? found : -found - 1, MESSAGES - 1)], null));
    }
}
