package id.saring.bench;

import id.saring.bench.LookupBenchmark.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs all benchmarks and prints one table: {@code quick} with 10,000 claims in some minutes, {@code full} with up
 * to 1,000,000, or the sizes given.
 */
public final class Benchmarks {
    /** Within this the matcher has to serve and index a million claims. */
    private static final String HEAP = "-Xmx600m";

    /** Told of one processor, the compiler needs some twenty seconds until it has done with what a look-up runs. */
    private static final int WARM_UPS = 4;

    private static final double KIBI = 1024;

    private static final TimeValue WARM_UP = TimeValue.seconds(6);

    /** Long enough for a hundred of the slowest look-ups. */
    private static final TimeValue TURN = TimeValue.seconds(1);

    private final Collection<RunResult> results;

    private Benchmarks(Collection<RunResult> results) {
        this.results = results;
    }

    public static void main(String[] args) throws Exception {
        List<String> sizes = switch (args.length == 0 ? "quick" : args[0]) {
            case "quick" -> List.of("10000");
            case "full" -> List.of("10000", "100000", "1000000");
            default -> Arrays.asList(args);
        };
        for (String size : sizes) {
            BenchStore.of(Integer.parseInt(size));
        }
        // First the index is made, then looked things up in.
        List<RunResult> results = new ArrayList<>(run(IndexBenchmark.class, sizes, 1));
        int rounds = sizes.contains("1000000") ? 16 : 8;
        results.addAll(runInTurn(sizes, rounds));
        results.addAll(run(CachedBenchmark.class, sizes, 5));
        results.addAll(run(ScanBenchmark.class, List.of(), 2));
        Benchmarks benchmarks = new Benchmarks(results);
        sizes.forEach(benchmarks::print);
    }

    private static Collection<RunResult> run(Class<?> type, List<String> sizes, int seconds) throws RunnerException {
        ChainedOptionsBuilder options = options(type, sizes);
        if (type != IndexBenchmark.class) {
            options.warmupIterations(WARM_UPS)
                    .warmupTime(WARM_UP)
                    .measurementIterations(2)
                    .measurementTime(TimeValue.seconds(seconds));
        }
        return new Runner(options.build()).run();
    }

    private static Collection<RunResult> runInTurn(List<String> sizes, int rounds) throws RunnerException {
        int turns = Turn.values().length;
        return new Runner(options(LookupBenchmark.class, sizes)
                        .warmupIterations(turns * WARM_UPS)
                        .warmupTime(TURN)
                        .measurementIterations(turns * rounds)
                        .measurementTime(TURN)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    private static ChainedOptionsBuilder options(Class<?> type, List<String> sizes) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + type.getSimpleName() + "\\.")
                .forks(1)
                .jvmArgs(HEAP, "-XX:ActiveProcessorCount=1", "--enable-native-access=ALL-UNNAMED");
        return sizes.isEmpty() ? options : options.param("claims", sizes.toArray(String[]::new));
    }

    private void print(String size) {
        int claims = Integer.parseInt(size);
        RunResult inTurn = result("inTurn", size);
        Statistics lookup = Turn.LOOKUP.times(inTurn);
        Statistics plain = Turn.PLAIN_LUCENE.times(inTurn);
        Statistics of1000 = Turn.LOOKUP_OF_1000_CHARACTERS.times(inTurn);
        Statistics of20000 = Turn.LOOKUP_OF_20000_CHARACTERS.times(inTurn);
        Statistics plainOf1000 = Turn.PLAIN_LUCENE_OF_1000_CHARACTERS.times(inTurn);
        Statistics cached = times("cached", size);
        Statistics zipf = times("zipfStream", size);
        double cosine = claims * times("cosineWithOneClaim", null).getMean();
        double levenshtein = claims * times("levenshteinToOneClaim", null).getMean();

        line("%n%,d claims", claims);
        row("look-up, uncached", lookup);
        row("plain Lucene, ten best", plain);
        line("  look-up / plain: p50 %.2f, p99 %.2f, mean %.2f", ratio(lookup, plain, 50), ratio(lookup, plain, 99),
                lookup.getMean() / plain.getMean());
        row("look-up, 1,000 characters", of1000);
        row("plain Lucene, 1,000 characters", plainOf1000);
        row("look-up, 20,000 characters", of20000);
        line("  20,000 / 1,000 characters: p50 %.2f, p99 %.2f", ratio(of20000, of1000, 50), ratio(of20000, of1000, 99));
        line("  allocated: look-up %.0f KiB, of 1,000 characters %.0f, of 20,000 %.0f; plain Lucene %.0f and %.0f",
                Turn.LOOKUP.allocated(inTurn) / KIBI,
                Turn.LOOKUP_OF_1000_CHARACTERS.allocated(inTurn) / KIBI,
                Turn.LOOKUP_OF_20000_CHARACTERS.allocated(inTurn) / KIBI,
                Turn.PLAIN_LUCENE.allocated(inTurn) / KIBI,
                Turn.PLAIN_LUCENE_OF_1000_CHARACTERS.allocated(inTurn) / KIBI);
        row("look-up, cached", cached);
        line("  uncached / cached: p50 %.0f", ratio(lookup, cached, 50));
        row("look-up, Zipf stream", zipf);
        line("  hit rate of all look-ups in the stream %.3f", Notes.read(claims, "hitRate"));
        line("  cosine scan, extrapolated from a sample: %,.0f ms, %,.0f times a look-up", cosine / 1e3,
                cosine / lookup.getMean());
        line("  Levenshtein scan, extrapolated from a sample: %,.0f ms, %,.0f times a look-up", levenshtein / 1e3,
                levenshtein / lookup.getMean());
        line("  index made in %.1f s (%.0f claims a second), %.0f bytes a claim on disk, %.0f MiB heap after it",
                times("build", size).getMean(), claims / times("build", size).getMean(),
                Notes.read(claims, "bytesPerClaim"), Notes.read(claims, "heapMiB"));
        line("  rebuilt while serving in %.1f s: look-ups p50 %.2f ms, p99 %.2f ms, heap at most %.0f MiB",
                Notes.read(claims, "rebuildSeconds"), Notes.read(claims, "rebuildLookupP50"),
                Notes.read(claims, "rebuildLookupP99"), Notes.read(claims, "rebuildHeapMiB"));
    }

    private Statistics times(String benchmark, @Nullable String size) {
        return result(benchmark, size).getPrimaryResult().getStatistics();
    }

    private RunResult result(String benchmark, @Nullable String size) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(r -> size == null || size.equals(r.getParams().getParam("claims")))
                .findFirst()
                .orElseThrow();
    }

    private static double ratio(Statistics a, Statistics b, double percentile) {
        return a.getPercentile(percentile) / b.getPercentile(percentile);
    }

    private static void row(String name, Statistics times) {
        line("  %-32s p50 %9.3f ms, p99 %9.3f ms, %,9.0f a second", name, times.getPercentile(50) / 1e3,
                times.getPercentile(99) / 1e3, 1e6 / times.getMean());
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
