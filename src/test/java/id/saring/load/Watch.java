package id.saring.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Watches the service while it is under load: its queues, its memory, and who uses the processor. */
final class Watch {
    /** Where a line of a report goes. */
    interface Lines {
        void say(String format, Object... values);
    }

    private record Spent(long at, double service, double store, double generator, double machine, double stolen) {
        Spent since(Spent before) {
            return new Spent(
                    at - before.at,
                    service - before.service,
                    store - before.store,
                    generator - before.generator,
                    machine - before.machine,
                    stolen - before.stolen);
        }
    }

    private final List<ServedJar> jars;
    private final ServedStore store;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> depths = new ArrayList<>();
    private final List<Long> memory = new ArrayList<>();
    private final Spent start;
    private Spent spent;

    Watch(List<ServedJar> jars, ServedStore store) {
        this.jars = List.copyOf(jars);
        this.store = store;
        this.start = spent();
        this.spent = start;
        clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Ends the watch; what comes after is not reported. */
    void end() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spent = spent().since(start);
    }

    /** @param messages how many were dealt with meanwhile */
    void report(Lines lines, long messages) {
        lines.say("queues each second  %s", depths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        lines.say("memory of service   %d MiB at most",
                memory.stream().mapToLong(bytes -> bytes >> 20).max().orElse(0));
        double cores = spent.at / 1e9 * Runtime.getRuntime().availableProcessors();
        double others = spent.machine - spent.service - spent.store - spent.generator;
        lines.say("processor           service %.0f %%, database %.0f %%, generator and stand-ins %.0f %%, everything else"
                        + " %.0f %%, stolen %.0f %%, of %d cores",
                100 * spent.service / cores,
                100 * spent.store / cores,
                100 * spent.generator / cores,
                100 * others / cores,
                100 * spent.stolen / cores,
                Runtime.getRuntime().availableProcessors());
        lines.say("processor a message service %.2f ms, database %.2f ms, generator and stand-ins %.2f ms",
                1e3 * spent.service / messages, 1e3 * spent.store / messages, 1e3 * spent.generator / messages);
    }

    private void look() {
        memory.add(jars.stream().mapToLong(jar -> Processor.resident(jar.process().toHandle())).max().orElse(0));
        depths.add(store.depth());
    }

    private Spent spent() {
        return new Spent(
                System.nanoTime(),
                jars.stream().mapToDouble(jar -> Processor.seconds(jar.process().toHandle())).sum(),
                store.server().map(Processor::secondsOfAll).orElse(0.0),
                Processor.seconds(ProcessHandle.current()),
                Processor.secondsOfMachine(),
                Processor.secondsStolen());
    }
}
