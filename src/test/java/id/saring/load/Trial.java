package id.saring.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The packed jar, in one or several replicas, that answers people while harm is done to it; and what came of it. */
final class Trial implements AutoCloseable {
    static final String SECRET = "a secret that all replicas share";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_UNDER_WAY = 500;

    /** Start quickly; how fast it gets later does not matter here. */
    private static final List<String> FLAGS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final long seed;
    private final Platform platform;
    private final Ledger ledger = new Ledger();
    private final ServedStore store;
    private final List<ServedJar> replicas = new ArrayList<>();
    private final Generator generator;
    private @Nullable Thread writing;
    private long inFlight;
    private int kills;

    Trial(ServedStore.Kind kind, int replicas, long seed, Path home) {
        this(new WhatsAppPlatform(), kind, replicas, seed, home, List.of());
    }

    Trial(Platform platform, ServedStore.Kind kind, int replicas, long seed, Path home) {
        this(platform, kind, replicas, seed, home, List.of());
    }

    /**
     * @param platform where people write, closed with this
     * @param prefix   what starts each replica, before the command itself
     */
    Trial(Platform platform, ServedStore.Kind kind, int replicas, long seed, Path home, List<String> prefix) {
        this.platform = platform;
        this.seed = seed;
        this.store = ServedStore.open(kind, home);
        Map<String, String> settings = new HashMap<>(store.settings());
        settings.putAll(platform.settings());
        settings.putAll(ServedJar.unhurried());
        settings.put("saring.secret", SECRET);
        // What a killed process had taken is free again soon, so that this need not take minutes.
        settings.put("saring.chat.inbox.lease", "5s");
        settings.put("saring.chat.outbox.lease", "10s");
        int[] ports = new int[replicas];
        for (int i = 0; i < replicas; i++) {
            Path directory = home.resolve("replica-" + i);
            if (replicas > 1) {
                settings.put("saring.data-dir", directory.resolve("data").toString());
            }
            this.replicas.add(new ServedJar(directory, prefix, FLAGS, settings));
            ports[i] = this.replicas.get(i).port();
        }
        this.generator = new Generator(platform, ledger, new Random(seed), ports, 16, false);
        generator.holdBack(MOST_UNDER_WAY);
        this.replicas.forEach(ServedJar::start);
        this.replicas.forEach(ServedJar::awaitReady);
    }

    ServedStore store() {
        return store;
    }

    ServedJar replica(int number) {
        return replicas.get(number);
    }

    Ledger ledger() {
        return ledger;
    }

    Generator generator() {
        return generator;
    }

    /** Lets people write from now on, a few of them often, so that the order of their messages is put to the test. */
    void write(int count, double rate, int chats) {
        Texts texts = new Texts(seed, 1000, 1000, 1);
        Random drawing = new Random(seed + 1);
        writing = Thread.ofPlatform().daemon()
                .start(() -> generator.send(count, rate, chats, () -> texts.draw(drawing)));
    }

    boolean isWriting() {
        return writing != null && writing.isAlive();
    }

    /** Kills a replica, and counts what it held of outgoing messages, which it may have been sending just then. */
    void kill(int number) {
        long pid = replica(number).process().pid();
        replica(number).kill();
        kills++;
        // Leases begin with the process that holds them; those of the others are settled by them.
        inFlight += store.look()
                .sql("SELECT count(*) FROM work WHERE state = 'LEASED' AND queue LIKE 'outbox%' AND lease LIKE ?")
                .param(pid + "-%")
                .query(Long.class)
                .single();
    }

    /** Kills a replica and starts it again. */
    void killAndStart(int number) {
        kill(number);
        replica(number).start();
        replica(number).awaitReady();
    }

    /** Asks a replica to end, as an operator does, and says how long that took; starts it again. */
    Duration stopAndStart(int number) {
        Duration took = replica(number).stop();
        replica(number).start();
        replica(number).awaitReady();
        return took;
    }

    /** How many messages were on their way out when a replica was killed; at most so many may come twice. */
    long inFlightAtKills() {
        return inFlight;
    }

    int kills() {
        return kills;
    }

    /**
     * Waits until nobody writes any more, all is answered and nothing is left to do; returns whether that came true.
     */
    boolean settles() {
        boolean settled = await(() -> !isWriting())
                && generator.awaitAnswers(LONGEST)
                && await(() -> store.depth() == 0);
        if (!settled) {
            replicas.forEach(ServedJar::tellWhatItDoes);
        }
        return settled;
    }

    static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
            } catch (DataAccessException e) {
                // The store is busy or not there yet.
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return false;
    }

    @Override
    public String toString() {
        return "seed %d, %d kills: %s of %d in flight; %d dead letters, %d waiting; %d webhooks delivered again"
                .formatted(
                        seed,
                        kills,
                        ledger,
                        inFlight,
                        store.count("DEAD"),
                        store.depth(),
                        generator.retries());
    }

    @Override
    public void close() {
        generator.close();
        replicas.forEach(ServedJar::close);
        store.close();
        platform.close();
    }
}
