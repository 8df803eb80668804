package id.saring.evaluate;

import id.saring.match.MatchSettings;
import id.saring.match.WordWeights;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits the matcher's numbers to labelled messages and measures them on messages they were not fitted on. The same packs
 * and the same seed give the same numbers to the digit, however many threads work.
 */
public final class Training {
    /**
     * What to fit on.
     *
     * @param packs       folders of packs
     * @param orderOnly   folders of packs that show which claim is right but not when to be silent
     * @param folds       into how many parts messages are divided, each judged by a model that has seen only the others
     * @param smallStores whether the messages are also asked in small stores cut from the packs
     * @param out         where the model goes
     * @param results     a folder for what was answered out of fold; null for nowhere
     */
    public record Request(
            List<Path> packs,
            List<Path> orderOnly,
            long seed,
            int folds,
            boolean smallStores,
            Path out,
            @Nullable Path results) {
        public Request {
            packs = List.copyOf(packs);
            orderOnly = List.copyOf(orderOnly);
            if (folds < 2) {
                throw new IllegalArgumentException("At least two folds are needed");
            }
        }
    }

    private final MatchSettings settings;
    private final PrintWriter printer;
    private final Map<List<Path>, TrialStore> stores = new HashMap<>();

    public Training(MatchSettings settings, PrintWriter printer) {
        this.settings = settings;
        this.printer = printer;
    }

    /**
     * Fits, prints the figures out of fold, and writes the model.
     *
     * @throws IllegalArgumentException if a pack cannot be read or teaches nothing
     */
    public void run(Request request) {
        Path folder = request.out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder for " + request.out);
        }
        try {
            fit(request);
        } finally {
            stores.values().forEach(TrialStore::close);
            stores.clear();
        }
    }

    private void fit(Request request) {
        List<TrialPack> packs = prepare(request);
        List<Example> examples = new ArrayList<>();
        WordWeights words = WordFit.fit(packs);
        for (TrialPack pack : packs) {
            long start = System.nanoTime();
            List<Example> measured = pack.examples(words, request.smallStores, request.seed);
            examples.addAll(measured);
            say(pack.pack().name() + ": %d examples measured in %.1f s", measured.size(), start);
        }
        long start = System.nanoTime();
        ModelFit.Fitted fitted = new ModelFit(examples, request.folds).fit(notes(packs, request), words);
        fitted.model().write(request.out);
        say("fitted on %d examples in %.1f s", examples.size(), start);
        measure(packs, fitted, request.results);
    }

    private List<TrialPack> prepare(Request request) {
        List<Pack> packs = Stream.concat(request.packs.stream(), request.orderOnly.stream()).map(Pack::read).toList();
        List<TrialStore> stores = packs.stream().map(this::store).toList();
        List<Folds.Part> parts = IntStream.range(0, packs.size())
                .mapToObj(i -> new Folds.Part(packs.get(i).messages(), stores.get(i)::textOf))
                .toList();
        Folds folds = new Folds(parts, request.folds, request.seed);
        return IntStream.range(0, packs.size())
                .mapToObj(i -> new TrialPack(
                        packs.get(i), stores.get(i), folds.of(parts.get(i)), i < request.packs.size()))
                .toList();
    }

    private void measure(List<TrialPack> packs, ModelFit.Fitted fitted, @Nullable Path results) {
        Table table = new Table(printer);
        List<List<Answer>> pooled = new ArrayList<>();
        for (TrialPack pack : packs) {
            List<Answer> answers = pack.answers(fitted.without());
            if (results != null) {
                Results.write(answers, results.resolve(pack.pack().name()).resolve("results.tsv"));
            }
            printer.printf("%n%s, out of fold%n", pack.pack().name());
            table.print(new Measures(answers));
            if (answers.stream().anyMatch(answer -> !answer.message().answerable())) {
                pooled.add(answers);
            }
        }
        if (!pooled.isEmpty()) {
            printer.printf("%nThe packs that hold messages without an answer, pooled%n");
            List<Answer> all = pooled.stream().flatMap(List::stream).toList();
            table.line("all", new Measures(all));
            table.reliability(all);
            table.thresholds(pooled);
        }
        if (!fitted.small().isEmpty()) {
            table.guesses(fitted.small(), settings);
        }
        printer.flush();
    }

    private static List<String> notes(List<TrialPack> packs, Request request) {
        return List.of(
                "fitted on " + String.join(" ", packs.stream().map(pack -> pack.pack().name()).toList())
                        + (request.smallStores ? ", and small stores cut from them" : ""),
                "folds " + request.folds + ", seed " + request.seed);
    }

    private TrialStore store(Pack pack) {
        return stores.computeIfAbsent(pack.claims(), files -> new TrialStore(files, settings));
    }

    private void say(String format, int count, long start) {
        printer.printf(Locale.ROOT, format + "%n", count, (System.nanoTime() - start) / 1e9);
        printer.flush();
    }
}
