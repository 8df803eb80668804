package id.saring.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The packed jar as a process of its own on loopback. It can be killed, and started again on the same port. */
final class ServedJar implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);

    private final Path jar;
    private final Path home;
    private final List<String> prefix;
    private final List<String> flags;
    private final Map<String, String> settings;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private int starts;

    /**
     * @param home     the directory it runs in, which also keeps what it prints
     * @param prefix   what starts it, before the command itself; its last act must be exec
     * @param flags    for the JVM
     * @param settings as they are named in application.yml
     */
    ServedJar(Path home, List<String> prefix, List<String> flags, Map<String, String> settings) {
        this.jar = Path.of(System.getProperty("saring.jar", "target/saring.jar")).toAbsolutePath();
        this.home = home;
        this.prefix = List.copyOf(prefix);
        this.flags = List.copyOf(flags);
        this.settings = Map.copyOf(settings);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings under which neither a person nor we ourselves are ever asked to slow down. */
    static Map<String, String> unhurried() {
        String unlimited = "100000 per 1s burst 100000";
        return Map.of(
                "saring.chat.rates.whatsapp-per-second", "100000",
                "saring.chat.rates.whatsapp-pair", unlimited,
                "saring.conversation.rates.person", unlimited);
    }

    int port() {
        return port;
    }

    Process process() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    /** Starts it and returns at once. */
    void start() {
        starts++;
        process = launch("served-" + starts, List.of("--server.port=" + port, "--server.address=127.0.0.1"));
    }

    /** Runs a command of the jar to its end. */
    void run(String... command) {
        try {
            Process run = launch(command[0], List.of(command));
            if (run.waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed: " + printed(command[0]));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch(String name, List<String> arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        // A command takes no settings among its arguments.
        settings.forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.add("-jar");
        line.add(jar.toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.matches("(SARING|TELEGRAM|WHATSAPP|SERVER|SPRING)_.*"));
        builder.redirectOutput(home.resolve(name + ".log").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it can work, however little room its disk has. */
    void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (status("/actuator/health/readiness") != 200) {
            if (!process().isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("It does not start: " + printed("served-" + starts));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Ends it as a power cut would: nothing of it runs after this, not a single instruction. */
    void kill() {
        try {
            process().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints what all its threads are at, the virtual ones too, and the end of what it has printed. */
    void tellWhatItDoes() {
        Path threads = home.resolve("threads.txt");
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                            String.valueOf(process().pid()), "Thread.dump_to_file", "-overwrite", threads.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
            System.out.println(Files.exists(threads) ? Files.readString(threads) : "No word of its threads");
            System.out.println(printed("served-" + starts));
        } catch (IOException | InterruptedException e) {
            System.out.println("What it does could not be told: " + e);
        }
    }

    /** Asks it to end (SIGTERM), waits until it has, and says how long that took. */
    Duration stop() {
        long began = System.nanoTime();
        process().destroy();
        try {
            process().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What it printed last. */
    String printed(String name) {
        try {
            List<String> lines = Files.readAllLines(home.resolve(name + ".log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "nothing printed";
        }
    }

    private int status(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Asks it to end, and ends it if it does not. */
    @Override
    public void close() {
        http.shutdownNow();
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
