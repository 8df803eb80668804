package id.saring.bench;

import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.CosineDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What comparing a message with one claim costs when all are gone through one after another. A whole scan costs as many
 * times this as there are claims.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScanBenchmark {
    private static final int SAMPLE = 500;

    private final CosineDistance cosine = new CosineDistance();
    private final LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
    private String[] claims;
    private String[] messages;
    private int next;

    @Setup
    public void make() {
        SyntheticClaims synthetic = new SyntheticClaims(BenchStore.SEED, 100_000);
        claims = new String[SAMPLE];
        messages = new String[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            claims[i] = synthetic.claim(i * 100).content().text();
            messages[i] = synthetic.message(i);
        }
    }

    @Benchmark
    public double cosineWithOneClaim() {
        int i = next++;
        return cosine.apply(messages[i / SAMPLE % SAMPLE], claims[i % SAMPLE]);
    }

    @Benchmark
    public int levenshteinToOneClaim() {
        int i = next++;
        return levenshtein.apply(messages[i / SAMPLE % SAMPLE], claims[i % SAMPLE]);
    }
}
