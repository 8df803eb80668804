package id.saring.bench;

import id.saring.match.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/** Making the index of a whole store, at a start that finds none and while an old one serves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class IndexBenchmark {
    private static final double MEBI = 1024 * 1024;

    /** How many claims there are. */
    @Param({"10000", "100000", "1000000"})
    public int claims;

    private Path index;

    @Setup
    public void prepare() throws IOException {
        BenchStore store = BenchStore.of(claims);
        // The build is that of the index the look-ups are measured with.
        index = store.index();
    }

    @Benchmark
    public void build() throws IOException {
        FileSystemUtils.deleteRecursively(index);
        try (OpenStore store = OpenStore.withNewIndex(claims, index)) {
            Notes.write(claims, "heapMiB", usedHeap());
            store.matcher.match(new Query(store.synthetic.message(0), null));
        }
        Notes.write(claims, "bytesPerClaim", size(index) / claims);
    }

    @Benchmark
    public void rebuildWhileServing() throws Exception {
        try (OpenStore store = OpenStore.uncached(claims);
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            long before = System.nanoTime();
            Future<?> rebuild = executor.submit(store.matcher::rebuildIndex);
            long[] times = new long[1 << 20];
            int count = 0;
            double heap = 0;
            while (!rebuild.isDone() && count < times.length) {
                long start = System.nanoTime();
                store.matcher.match(new Query(store.synthetic.message(count), null));
                times[count++] = System.nanoTime() - start;
                // A person now and then, not another processor's worth of them.
                TimeUnit.MILLISECONDS.sleep(50);
                heap = Math.max(heap, Runtime.getRuntime().totalMemory() / MEBI);
            }
            rebuild.get();
            Notes.write(claims, "rebuildSeconds", (System.nanoTime() - before) / 1e9);
            Arrays.sort(times, 0, count);
            Notes.write(claims, "rebuildLookupP50", times[count / 2] / 1e6);
            Notes.write(claims, "rebuildLookupP99", times[count * 99 / 100] / 1e6);
            Notes.write(claims, "rebuildHeapMiB", heap);
        }
    }

    private static double usedHeap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEBI;
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(IndexBenchmark::sizeOf).sum();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
