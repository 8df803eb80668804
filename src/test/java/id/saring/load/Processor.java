package id.saring.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes cost, as Linux accounts for it; nothing is known elsewhere, which reads as 0. */
final class Processor {
    private static final double TICKS_PER_SECOND = 100;

    private Processor() {}

    /** Seconds of processor time of a process, those of its children that have ended included. */
    static double seconds(ProcessHandle process) {
        return ticks("/proc/" + process.pid() + "/stat", 13, 14, 15, 16) / TICKS_PER_SECOND;
    }

    /** Seconds of processor time of a process and all that came of it. */
    static double secondsOfAll(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToDouble(Processor::seconds).sum();
    }

    /** Seconds of processor time all of the machine has spent so far. */
    static double secondsOfMachine() {
        // user, nice, system, irq, softirq
        return ticks("/proc/stat", 1, 2, 3, 6, 7) / TICKS_PER_SECOND;
    }

    /** Seconds others took from the virtual machine. */
    static double secondsStolen() {
        return ticks("/proc/stat", 8) / TICKS_PER_SECOND;
    }

    /** The memory a process holds right now, in bytes. */
    static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long ticks(String file, int... fields) {
        try {
            // The name of a program may hold blanks; what follows it does not.
            String line = Files.readString(Path.of(file)).lines().findFirst().orElse("");
            String[] values = line.replaceFirst("\\(.*\\)", "name").split("\\s+");
            long sum = 0;
            for (int field : fields) {
                sum += Long.parseLong(values[field]);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }
}
