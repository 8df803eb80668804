package id.saring.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the packed jar under load on loopback and tells how it did. docs/scaling.md shows how to run it. */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
        description = "Puts target/saring.jar under load against stand-ins on loopback and prints how it did.")
final class LoadCommand implements Callable<Integer> {
    private static final Duration TO_DRAIN = Duration.ofSeconds(60);
    private static final int LONGEST_SECONDS = 3600;

    @Option(names = "--store", description = "Where messages are kept: ${COMPLETION-CANDIDATES}.")
    private ServedStore.Kind store = ServedStore.Kind.SQLITE;

    @Option(names = "--rate", description = "Messages a second, at random moments.")
    private double rate = 1000;

    @Option(names = "--seconds", description = "How long, at most " + LONGEST_SECONDS + ".")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "Seconds before anything is measured; compiling takes minutes.")
    private int warmUp = 30;

    @Option(names = "--warm-up-rate", description = "Messages a second meanwhile; 0 for the same rate.")
    private double warmUpRate;

    @Option(names = "--chats", description = "How many people write.")
    private int chats = 20_000;

    @Option(names = "--claims", description = "How many claims there are.")
    private int claims = 100_000;

    @Option(names = "--messages", description = "How many different messages there are.")
    private int messages = 20_000;

    @Option(names = "--zipf",
            description = "How uneven they are drawn; 0 makes every message different, so that no answer is cached.")
    private double zipf = 1;

    @Option(names = "--matching-alone", description = "Only tell what finding the claim costs by itself.")
    private boolean matchingAlone;

    @Option(names = "--replicas", description = "How many replicas share the load; several need PostgreSQL.")
    private int replicas = 1;

    @Option(names = "--profile", description = "Record where the first replica spends the processor's time, and tell.")
    private @Nullable Path profile;

    @Option(names = "--receipts", description = "Have the platform tell of each answer that it arrived.")
    private boolean receipts;

    /** What comes in within a quarter of a second at 1,000 messages and as many receipts: none waits for a line. */
    @Option(names = "--lines", description = "Webhooks under way at once.")
    private int lines = 512;

    @Option(names = "--seed")
    private long seed = 20261124;

    @Option(names = "--jvm", description = "A flag for the JVM of the service; may be repeated.")
    private List<String> jvm = new ArrayList<>();

    @Option(names = "--set", description = "A setting of the service, as in application.yml; may be repeated.")
    private Map<String, String> set = new HashMap<>();

    @Option(names = "--directory", description = "For store and logs; what is in it is deleted, but for the claims.")
    private Path directory = Path.of("target/load");

    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path home = directory.toAbsolutePath().resolve(store.name().toLowerCase(Locale.ROOT));
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Texts texts = new Texts(seed, claims, messages, zipf);
        Ledger ledger = new Ledger();
        try (Platform platform = new WhatsAppPlatform();
                ServedStore kept = ServedStore.open(store, home);
                Replicas served = replicas(home, kept, platform);
                Generator generator = new Generator(platform, ledger, new Random(seed), served.ports(),
                        Math.max(1, lines / replicas), receipts)) {
            say("seed %d, %s, %d claims, %d messages of exponent %s, %d chats", seed, store, claims, messages,
                    zipf, chats);
            long before = System.nanoTime();
            served.first().run("import", claimsFile(texts).toString());
            if (matchingAlone) {
                say("%.2f ms a message", MatchingAlone.millis(home.resolve("data"), texts, new Random(seed + 1)));
                return 0;
            }
            served.start();
            say("imported and started after %.1f s", (System.nanoTime() - before) / 1e9);
            Random drawing = new Random(seed + 1);
            double slowly = warmUpRate == 0 ? rate : warmUpRate;
            generator.send((int) (slowly * warmUp), slowly, chats, () -> texts.draw(drawing));
            generator.awaitAnswers(TO_DRAIN.multipliedBy(5));
            say("warmed up: %s", ledger);

            long start = System.nanoTime();
            texts.count();
            Instant began = Instant.now();
            Watch watch = new Watch(served.jars(), kept);
            generator.send((int) (rate * Math.min(seconds, LONGEST_SECONDS)), rate, chats, () -> texts.draw(drawing));
            watch.end();
            boolean drained = generator.awaitAnswers(TO_DRAIN);
            List<Ledger.Entry> measured = ledger.entries().stream().filter(entry -> entry.due >= start).toList();
            report(measured, start, watch, generator);
            say("texts seen before   %.1f %%, which are answered from the cache", 100 * texts.repeated());
            if (profile != null) {
                served.first().stop();
                new Profile(profile).report(LoadCommand::say, began);
            }
            say("%s%s", ledger, drained ? "" : "; NOT DRAINED");
            return drained && ledger.lost() == 0 && ledger.surplus() == 0 && ledger.outOfOrder() == 0 ? 0 : 1;
        }
    }

    private Replicas replicas(Path home, ServedStore kept, Platform platform) {
        if (replicas > 1 && store == ServedStore.Kind.SQLITE) {
            throw new IllegalArgumentException("Several replicas need --store postgres");
        }
        List<ServedJar> jars = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            Map<String, String> settings = settings(kept, platform);
            List<String> flags = new ArrayList<>(jvm);
            if (i > 0) {
                settings.put("saring.data-dir", home.resolve("data-" + i).toString());
            } else if (profile != null) {
                flags.addAll(new Profile(profile).flags());
            }
            jars.add(new ServedJar(i == 0 ? home : home.resolve("replica-" + i), List.of(), flags, settings));
        }
        return new Replicas(jars);
    }

    private record Replicas(List<ServedJar> jars) implements AutoCloseable {
        ServedJar first() {
            return jars.getFirst();
        }

        int[] ports() {
            return jars.stream().mapToInt(ServedJar::port).toArray();
        }

        void start() {
            jars.forEach(ServedJar::start);
            jars.forEach(ServedJar::awaitReady);
        }

        @Override
        public void close() {
            jars.forEach(ServedJar::close);
        }
    }

    private Map<String, String> settings(ServedStore kept, Platform platform) {
        Map<String, String> all = new HashMap<>(kept.settings());
        all.putAll(platform.settings());
        all.putAll(ServedJar.unhurried());
        all.put("saring.sample-claims", "false");
        all.put("saring.secret", Trial.SECRET);
        all.putAll(set);
        return all;
    }

    private Path claimsFile(Texts texts) {
        Path file = directory.toAbsolutePath().resolve("claims-%d-%d.jsonl".formatted(claims, seed));
        if (!Files.exists(file)) {
            texts.writeClaims(file);
        }
        return file;
    }

    private static void report(List<Ledger.Entry> measured, long start, Watch watch, Generator generator) {
        List<Ledger.Entry> answered = measured.stream().filter(Ledger.Entry::isAnswered).toList();
        long last = answered.stream().mapToLong(entry -> entry.answered).max().orElse(start);
        say("answered %.0f a second over %.1f s", answered.size() / ((last - start) / 1e9), (last - start) / 1e9);
        say("acknowledged after  %s", percentiles(measured, entry -> entry.acknowledged - entry.due));
        say("answered after      %s", percentiles(answered, entry -> entry.answered - entry.due));
        say("sent late by        %s", percentiles(measured, entry -> entry.sent - entry.due));
        say("delivered again because not acknowledged: %d", generator.retries());
        watch.report(LoadCommand::say, Math.max(1, answered.size()));
    }

    private static String percentiles(List<Ledger.Entry> entries, ToLongFunction<Ledger.Entry> time) {
        long[] sorted = entries.stream().mapToLong(time).sorted().toArray();
        StringBuilder line = new StringBuilder();
        for (double share : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
            long value = sorted.length == 0
                    ? 0
                    : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
            line.append(share == 1 ? "max" : "p" + (share * 100 + "").replaceFirst("\\.0$", ""))
                    .append(" %.1f ms  ".formatted(value / 1e6));
        }
        return line.toString().strip();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
