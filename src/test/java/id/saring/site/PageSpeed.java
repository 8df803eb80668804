package id.saring.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.sun.management.OperatingSystemMXBean;
import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.bulletin.Bulletins;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * How many claim pages a second a warm server gives, and what the time goes into. No test: it says figures. Load and
 * server share the machine, so the processor time of a request is told beside the rate.
 */
class PageSpeed {
    private static final int CLAIMS = Integer.getInteger("claims", 100_000);
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int CLIENTS = Integer.getInteger("clients", 16);

    private static final int REQUESTS = Integer.getInteger("requests", 2_000);
    private static final int PARTS = Integer.getInteger("parts", 10);

    /** Of the cache of pages; with 0 every page is rendered. */
    private static final String CACHE = System.getProperty("cache", "96MB");

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong clientNanos = new AtomicLong();

    @Test
    void measure(@TempDir Path dataDir) throws Exception {
        fill(dataDir);
        try (RunningApp app = RunningApp.start(
                0, dataDir, Map.of("saring.base-url", "https://saring.example", "saring.site.page-cache", CACHE),
                PublicParts.class)) {
            Bulletins bulletins = app.bean(Bulletins.class);
            await().atMost(Duration.ofMinutes(20)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> bulletins.latest() >= CLAIMS);
            for (int i = 0; i < 3; i++) {
                run(app.port(), 500, "warm up", false);
            }
            run(app.port(), 500, "500 claims, cached", false);
            run(app.port(), CLAIMS, "any of " + CLAIMS + " claims, few cached", false);
            run(app.port(), CLAIMS, "any of " + CLAIMS + " claims, few cached, profiled", true);
            run(app.port(), 500, "500 claims, cached, profiled", true);
        }
    }

    /**
     * What rendering a page costs one thread, without a network. Processor time is counted, and over a number of
     * requests and not of seconds, so that figures of a busy machine can be compared.
     */
    @Test
    void render(@TempDir Path dataDir) throws Exception {
        fill(dataDir);
        try (RunningApp app = RunningApp.start(
                0, dataDir, Map.of("saring.base-url", "https://saring.example", "saring.site.page-cache", "0"),
                PublicParts.class)) {
            WebApplicationContext context =
                    Objects.requireNonNull(app.bean(DispatcherServlet.class).getWebApplicationContext());
            MockMvc server = MockMvcBuilders.webAppContextSetup(context).build();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            for (int part = 1; part <= PARTS; part++) {
                long cpu = threads.getCurrentThreadCpuTime();
                for (int i = 0; i < REQUESTS; i++) {
                    var answer = server.perform(get("/klaim/{id}", 1 + i % CLAIMS).header("Accept-Language", "id")
                            .header("Accept-Encoding", "gzip"));
                    assertThat(answer.andReturn().getResponse().getStatus()).isEqualTo(200);
                }
                double millis = (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / REQUESTS;
                System.out.printf(
                        Locale.ROOT, "%d of %d: %.3f ms of processor time for each page%n", part, PARTS, millis);
            }
        }
    }

    private static void fill(Path dataDir) throws Exception {
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir))) {
            Claims claims = new Claims(database, Clock.systemUTC());
            for (int from = 0; from < CLAIMS; from += 1000) {
                claims.saveAll(IntStream.range(from, Math.min(CLAIMS, from + 1000))
                        .mapToObj(i -> new Claims.Row(
                                "k" + i,
                                PublicParts.content(
                                        Language.ID, "Pesan nomor " + i + " tentang vaksin, harga beras dan gempa",
                                        Verdict.FALSE),
                                ClaimState.PUBLISHED))
                        .toList());
            }
        }
    }

    private void run(int port, int claims, String what, boolean profiled) throws Exception {
        requests.set(0);
        clientNanos.set(0);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Recording recording = new Recording()) {
            if (profiled) {
                recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
                recording.start();
            }
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            long end = start + SECONDS * 1_000_000_000L;
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                clients.add(Thread.ofPlatform().name("client-" + i).start(() -> ask(port, claims, random, end)));
            }
            for (Thread client : clients) {
                client.join();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double served = (system.getProcessCpuTime() - cpu - clientNanos.get()) / 1e6 / requests.get();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f requests/s; the server took %.3f ms of processor time for each, the clients %.3f ms%n",
                    what, requests.get() / seconds, served, clientNanos.get() / 1e6 / requests.get());
            if (profiled) {
                recording.stop();
                Path file = Path.of("target", "page-speed.jfr");
                recording.dump(file);
                tell(file);
            }
        }
    }

    private void ask(int port, int claims, Random random, long end) {
        try {
            while (System.nanoTime() < end) {
                askOnOneConnection(port, claims, random, end);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            clientNanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }

    /** Tomcat ends a connection after a hundred requests. */
    private void askOnOneConnection(int port, int claims, Random random, long end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            Answer answer = new Answer(200, false);
            while (!answer.last && System.nanoTime() < end) {
                String request = "GET /klaim/" + (1 + random.nextInt(claims))
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAccept-Language: id\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                answer = read(in);
                assertThat(answer.status).isEqualTo(200);
                requests.incrementAndGet();
            }
        }
    }

    /** @param last whether the server ends the connection after it */
    private record Answer(int status, boolean last) {}

    private static Answer read(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("Connection: close");
        }
        in.skipNBytes(length);
        return new Answer(Integer.parseInt(status.substring(9, 12)), last);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The share of the samples by the nearest of a few places on the stack. */
    private static void tell(Path file) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            if (event.getStackTrace() != null
                    && !String.valueOf(event.getThread("sampledThread").getJavaName()).startsWith("client-")) {
                counts.merge(place(event.getStackTrace().getFrames()), 1, Integer::sum);
                all++;
            }
        }
        int total = Math.max(1, all);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> System.out.printf(Locale.ROOT, "  %4.1f %%  %s%n", 100.0 * entry.getValue() / total,
                entry.getKey()));
    }

    private static String place(List<RecordedFrame> frames) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("org.sqlite", "SQLite");
        places.put("com.zaxxer", "connection pool");
        places.put("org.springframework.jdbc", "Spring JDBC");
        places.put("org.springframework.expression", "expressions of the template");
        places.put("org.springframework.context", "messages");
        places.put("org.thymeleaf", "Thymeleaf");
        places.put("java.util.zip", "gzip");
        places.put("id.saring", "Saring");
        places.put("org.springframework", "Spring MVC");
        places.put("org.apache", "Tomcat");
        for (RecordedFrame frame : frames) {
            for (var place : places.entrySet()) {
                if (frame.getMethod().getType().getName().startsWith(place.getKey())) {
                    return place.getValue();
                }
            }
        }
        return "the rest";
    }
}
