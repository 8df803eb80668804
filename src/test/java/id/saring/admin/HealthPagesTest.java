package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.db.Database;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health tells the truth, in words to admins and as a status to who looks after the process. */
class HealthPagesTest {
    @TempDir
    private Path dir;

    private RunningApp start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.putAll(more);
        return RunningApp.start(0, dir, settings, Saring.class);
    }

    private static int status(RunningApp app, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(app.uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void each_part_is_told_in_words_and_what_is_not_there_is_not_used() throws Exception {
        try (RunningApp app = start(Map.of())) {
            String page = StaffClient.admin(app).get("/admin/health").body();
            assertThat(page)
                    .contains("Semua berjalan baik", "Bisa ditulis dan dibaca", "Memuat semua klaim")
                    .contains("Tidak dipakai: TELEGRAM_BOT_TOKEN", "Masih cukup ruang", "SQLite")
                    .doesNotContain("??", "health.");
            String english = StaffClient.admin(app).get("/admin/health?lang=en").body();
            assertThat(english).contains("Everything works", "Can be written and read").doesNotContain("??");
            assertThat(new StaffClient(app).get("/admin/health").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void a_refused_token_is_told_and_takes_nobody_out_of_service() throws Exception {
        Map<String, String> telegram = Map.of(
                "saring.telegram.bot-token", "1:refused", "saring.telegram.api-url", "http://127.0.0.1:1");
        try (RefusingServer server = new RefusingServer()) {
            Map<String, String> refused = new HashMap<>(telegram);
            refused.put("saring.telegram.api-url", server.url());
            try (RunningApp app = start(refused)) {
                StaffClient admin = StaffClient.admin(app);
                await().untilAsserted(() -> assertThat(admin.get("/admin/health").body())
                        .contains("Telegram menolak token bot", "Ambil token dari @BotFather",
                        "Ada yang tidak berjalan"));
                assertThat(status(app, "/actuator/health")).isEqualTo(503);
                assertThat(status(app, "/actuator/health/readiness")).isEqualTo(200);
                assertThat(status(app, "/actuator/health/liveness")).isEqualTo(200);
            }
        }
    }

    @Test
    void a_store_that_cannot_be_written_is_not_ready_but_alive() throws Exception {
        try (RunningApp app = start(Map.of())) {
            StaffClient admin = StaffClient.admin(app);
            assertThat(status(app, "/actuator/health/readiness")).isEqualTo(200);
            app.bean(Database.class).write().sql("DROP TABLE store_probe").update();
            await().untilAsserted(() -> assertThat(status(app, "/actuator/health/readiness")).isEqualTo(503));
            assertThat(status(app, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(admin.get("/admin/health").body()).contains("Tidak bisa ditulis atau dibaca");
        }
    }

    @Test
    void dead_letters_want_attention_and_messages_left_waiting_are_down() throws Exception {
        try (RunningApp app = start(Map.of())) {
            StaffClient admin = StaffClient.admin(app);
            String insert = "INSERT INTO work (queue, dedup_key, order_key, state, attempts, due_at, added_at, done_at)"
                    + " VALUES (?, ?, 'a', ?, 8, ?, ?, ?)";
            long now = System.currentTimeMillis();
            app.bean(Database.class).write().sql(insert).params("inbox", "1", "DEAD", now, now, now).update();
            assertThat(admin.get("/admin/health").body())
                    .contains("gagal berkali-kali", "perlu dilihat")
                    .doesNotContain("Ada yang tidak berjalan");
            assertThat(status(app, "/actuator/health")).isEqualTo(200);
            long later = now + 3_600_000;
            app.bean(Database.class).write().sql(insert).param("inbox").param("2").param("READY").param(later)
                    .param(now - 700_000).param(null).update();
            assertThat(admin.get("/admin/health").body())
                    .contains("lebih dari sepuluh menit", "Ada yang tidak berjalan");
            assertThat(status(app, "/actuator/health")).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-charts"})
    void both_languages_have_the_same_keys(String bundle) throws IOException {
        assertThat(words(bundle + "_en").keySet()).isEqualTo(words(bundle).keySet());
        assertThat(words(bundle).values()).noneMatch(word -> word.toString().isBlank());
    }

    @Test
    void every_reason_has_words() throws IOException {
        Properties words = words("admin-charts");
        for (String part : new String[] {"telegram", "whatsapp"}) {
            String source = Files.readString(Path.of("src/main/java/id/saring", part, "Trouble.java"));
            java.util.regex.Pattern.compile("^    ([A-Z_]+)\\(\"", java.util.regex.Pattern.MULTILINE)
                    .matcher(source).results()
                    .forEach(reason -> assertThat(words).containsKey("health." + part + "." + reason.group(1)));
        }
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
