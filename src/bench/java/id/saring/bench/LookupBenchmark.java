package id.saring.bench;

import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.TopDocs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One look-up that no cache answers, beside Lucene's own ten best for the same messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupBenchmark {
    private static final int MESSAGES = 2_000;
    private static final int LONG_MESSAGES = 100;

    /** How many claims there are. */
    @Param({"10000", "100000", "1000000"})
    public int claims;

    private OpenStore store;
    private String[] mixed;
    private String[] of1000;
    private String[] of20000;
    private int next;

    @Setup
    public void open() throws IOException {
        store = OpenStore.uncached(claims);
        mixed = new String[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            mixed[i] = store.synthetic.message(i);
        }
        of1000 = new String[LONG_MESSAGES];
        of20000 = new String[LONG_MESSAGES];
        for (int i = 0; i < LONG_MESSAGES; i++) {
            of1000[i] = store.synthetic.text(i, 1_000);
            of20000[i] = store.synthetic.text(i, 20_000);
        }
    }

    @TearDown
    public void close() throws IOException {
        store.close();
    }

    @Benchmark
    public MatchOutcome lookup() {
        return store.matcher.match(new Query(mixed[next++ % MESSAGES], null));
    }

    @Benchmark
    public TopDocs plainLucene() throws IOException {
        return store.plain.search(mixed[next++ % MESSAGES]);
    }

    @Benchmark
    public MatchOutcome lookupOf1000Characters() {
        return store.matcher.match(new Query(of1000[next++ % LONG_MESSAGES], null));
    }

    @Benchmark
    public MatchOutcome lookupOf20000Characters() {
        return store.matcher.match(new Query(of20000[next++ % LONG_MESSAGES], null));
    }

    @Benchmark
    public TopDocs plainLuceneOf1000Characters() throws IOException {
        return store.plain.search(of1000[next++ % LONG_MESSAGES]);
    }
}
