package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped: what it says of itself, and that it needs no more rights than the container gives it. */
class PackedJarIT {
    private static final Path JAR = Path.of(System.getProperty("saring.jar", "target/saring.jar")).toAbsolutePath();

    @Test
    void the_jar_says_on_which_terms_its_parts_are_used() throws IOException {
        String terms = entry("META-INF/THIRD-PARTY.txt");
        assertThat(libraries()).hasSizeGreaterThan(50);
        assertThat(terms).contains("org.springframework.boot:spring-boot:", "org.postgresql:postgresql",
                "ch.qos.logback:logback-classic");
        assertThat(terms).doesNotContain("AGPL", "(Unknown license)");
    }

    @Test
    void the_bill_of_materials_names_every_library() throws IOException {
        // The plugin that writes it does nothing while Maven is offline.
        assumeFalse("offline:true".equals(System.getProperty("saring.build")));
        JsonNode sbom = JsonMapper.shared().readTree(entry("META-INF/sbom/application.cdx.json"));
        List<String> listed = new ArrayList<>();
        sbom.path("components").forEach(part ->
                listed.add(part.path("name").asString() + "-" + part.path("version").asString() + ".jar"));
        assertThat(listed).containsAll(libraries());
    }

    private static List<String> libraries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(file -> file.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    // Boot's own tool that takes the jar apart comes with its packing.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                    .toList();
        }
    }

    /**
     * Only its data directory and the one for temporary files can be written; on Linux, and if we are root, by nobody.
     */
    @Test
    void it_serves_from_a_tree_it_cannot_write_and_ends_when_asked(@TempDir Path home) throws Exception {
        Path data = Files.createDirectory(home.resolve("data"));
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        Path app = Files.createDirectory(home.resolve("app"));
        Files.copy(JAR, app.resolve("saring.jar"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv")) && "root".equals(System.getProperty("user.name"))) {
            run("chown", "-R", "65534", data.toString(), temporary.toString());
            run("chmod", "755", home.toString());
            line.addAll(List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs",
                    "--bounding-set=-all", "--"));
        }
        run("chmod", "-R", "a-w", app.toString());
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED", "-Dsaring.data-dir=" + data, "-Dserver.port=" + port,
                "-Dserver.address=127.0.0.1", "-Dsaring.account.admin-password=kuda-lumping-merah", "-jar",
                "saring.jar"));
        ProcessBuilder builder = new ProcessBuilder(line).directory(app.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.matches("(SARING|TELEGRAM|WHATSAPP|SERVER|SPRING)_.*"));
        File log = home.resolve("log").toFile();
        Process served = builder.redirectOutput(log).start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !served.isAlive() || status(http, port, "/actuator/health/readiness") == 200);
            assertThat(served.isAlive()).as(Files.readString(log.toPath())).isTrue();
            assertThat(status(http, port, "/")).isEqualTo(200);
            try (Stream<Path> files = Files.list(app)) {
                assertThat(files).as("written beside the jar").containsExactly(app.resolve("saring.jar"));
            }
            served.destroy();
            assertThat(served.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            served.destroyForcibly().waitFor();
            run("chmod", "-R", "u+w", app.toString());
        }
    }

    private static int status(HttpClient http, int port, String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).as(String.join(" ", command)).isZero();
    }

    private static String entry(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
