package id.saring;

import com.sun.management.OperatingSystemMXBean;
import id.saring.admin.LogMeasure;
import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.db.TestStore;
import id.saring.match.CatalogMeasure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures the pages of staff as a browser meets them, at the whole application over 100,000 claims and 1,000,000
 * lookups, on both databases; runs only when asked for by its name: {@code mvn test -Dtest=PageMeasure}.
 */
class PageMeasure {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private static final List<String> CLAIM_PAGES = List.of(
            "", "?page=300", "?order=REVIEWED", "?state=DRAFT", "?verdict=TRUE", "?language=en", "?kind=SATIRE_OR_PARODY",
            "?from=2021-03-01&to=2021-03-31", "?q=kata1", "?q=kata1&page=100", "?q=kata7+kata90", "?q=tidakada",
            "?q=jarang77777", "?q=kata1+kata2&state=PUBLISHED&verdict=FALSE&language=id&from=2020-01-01", "/42",
            "/42/revisions");

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void sqlite() throws Exception {
        measure("SQLite", TestStore.sqlite());
    }

    @Test
    void postgres() throws Exception {
        measure("PostgreSQL", TestStore.postgres());
    }

    private static void measure(String name, TestStore store) throws Exception {
        store.beforeEach(null);
        try {
            List<String> log = fill(store.open());
            DatabaseSettings settings = store.settings();
            Map<String, String> asked = new HashMap<>(StaffClient.SETTINGS);
            asked.put("saring.secret", LogMeasure.SECRET);
            put(asked, "saring.database.url", settings.url());
            put(asked, "saring.database.user", settings.user());
            put(asked, "saring.database.password", settings.password());
            boolean embedded = settings.url() == null;
            try (RunningApp app = RunningApp.start(
                    0, embedded ? settings.dataDir() : Files.createTempDirectory("saring-pages"), asked, Saring.class)) {
                StaffClient admin = StaffClient.admin(app);
                System.out.println("| " + name + " | median ms | slowest ms | CPU ms of the process |\n|---|---|---|---|");
                // What is counted at the start, and code that has not run yet, are not what is measured.
                paths(log).forEach(path -> get(admin, path));
                paths(log).forEach(path -> report(admin, path));
            }
        } finally {
            store.afterEach(null);
        }
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private static List<String> fill(Database database) throws Exception {
        long start = System.nanoTime();
        LogMeasure.fill(database, System.currentTimeMillis());
        CatalogMeasure.fill(new Claims(database, Clock.systemUTC()));
        if (database.dialect().shared()) {
            // What the server does by itself within minutes.
            database.write().sql("ANALYZE").update();
        }
        System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
        return LogMeasure.questions(database);
    }

    /** First and last the page of one's own account, which reads no claim and no lookup: the machine by itself. */
    private static List<String> paths(List<String> log) {
        return Stream.of(
                        Stream.of("/moderation/account"),
                        CLAIM_PAGES.stream().map(page -> "/moderation/claims" + page),
                        log.stream().map(question -> "/admin?" + question),
                        Stream.of("/admin?live=" + System.currentTimeMillis(), "/admin/lookups/500",
                                "/admin/charts", "/moderation/account"))
                .flatMap(paths -> paths)
                .toList();
    }

    private static void report(StaffClient client, String path) {
        get(client, path);
        double[] millis = new double[ROUNDS];
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            get(client, path);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double used = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / ROUNDS;
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "| `%s` | %.0f | %.0f | %.0f |%n",
                path, millis[ROUNDS / 2], millis[ROUNDS - 1], used);
    }

    private static void get(StaffClient client, String path) {
        try {
            HttpResponse<String> answer = client.get(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
