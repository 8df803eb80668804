package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.feed.Feeds;
import id.saring.moderation.Upload.Phase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import, export and feeds as a browser without scripts uses them. */
class ImportPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Where it is never the same day as in Greenwich at the time of this test. */
    private static final ZoneId ZONE =
            ZoneOffset.ofHours(Instant.now().atOffset(ZoneOffset.UTC).getHour() < 11 ? -12 : 14);

    private static RunningApp app;
    private static StaffClient staff;
    private static Claims claims;
    private static Uploads uploads;

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.put("saring.time-zone", ZONE.getId());
        app = RunningApp.start(0, dir, settings, Saring.class);
        staff = StaffClient.admin(app);
        claims = app.bean(Claims.class);
        uploads = app.bean(Uploads.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<String> upload(String name, byte[] content) throws Exception {
        Matcher token = TOKEN.matcher(staff.get("/moderation/import").body());
        assertThat(token.find()).isTrue();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nid"
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return staff.send(HttpRequest.newBuilder(app.uri("/moderation/import"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a file and waits until it has been checked. */
    private static String checked(String name, String content) throws Exception {
        HttpResponse<String> sent = upload(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String path = URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
        await().atMost(SOON).until(() -> !find(path).busy());
        return path;
    }

    private static Upload find(String path) {
        return uploads.find(Long.parseLong(path.replaceAll(".*/", ""))).orElseThrow();
    }

    @Test
    void a_file_is_looked_at_before_anything_changes_and_then_taken_in() throws Exception {
        String path = checked("klaim.csv", "key,claim,verdict\nimp-1,Bawang menyembuhkan flu,Salah\nimp-2,,Salah\n");
        String page = staff.get(path).body();
        assertThat(page).contains("1 baru", "1 tidak bisa diambil", "line 3", "has no claim text",
                "Bawang menyembuhkan flu", "Impor sekarang");
        assertThat(claims.findByKey("imp-1")).isEmpty();

        staff.submit(path, path + "/start", Map.of());
        await().atMost(SOON).until(() -> find(path).phase() == Phase.DONE);
        Claim claim = claims.findByKey("imp-1").orElseThrow();
        assertThat(claim.state()).isEqualTo(ClaimState.PUBLISHED);
        assertThat(app.bean(Revisions.class).find(claim.id(), 1).orElseThrow())
                .satisfies(revision -> assertThat(revision.author().name()).isEqualTo(StaffClient.NAME))
                .satisfies(revision -> assertThat(revision.reason()).isEqualTo("klaim.csv"));
        assertThat(staff.get(path).body()).contains("Hasilnya", "Bawang menyembuhkan flu")
                .doesNotContain("Impor sekarang");
        assertThat(app.bean(Acts.class).list(new ActFilter(null, "claim.import", null, null, null), 0, 5).total())
                .isPositive();
        assertThat(app.bean(Database.class).read().sql("SELECT count(*) FROM upload_part WHERE upload_id = ?")
                        .param(find(path).id()).query(Long.class).single())
                .isZero();
    }

    @Test
    void what_would_change_is_told_field_by_field() throws Exception {
        String first = checked("a.csv", "key,claim,verdict\nimp-9,Teh basi beracun,Salah\n");
        staff.submit(first, first + "/start", Map.of());
        await().atMost(SOON).until(() -> find(first).phase() == Phase.DONE);
        String second = checked("a.csv", "key,claim,verdict\nimp-9,Teh basi beracun,Benar\n");
        assertThat(staff.get(second).body()).contains("1 berubah", "<span>Hasil</span>");
        staff.submit(second, second + "/drop", Map.of());
        assertThat(staff.get(second).statusCode()).isEqualTo(404);
        assertThat(app.bean(Acts.class).list(ActFilter.on("upload:" + second.replaceAll(".*/", "")), 0, 5).items())
                .singleElement()
                .satisfies(act -> assertThat(act.what()).isEqualTo("upload.drop"))
                .satisfies(act -> assertThat(act.actor().name()).isEqualTo(StaffClient.NAME))
                .satisfies(act -> assertThat(act.before()).contains("CHECKED", ".csv"));
        String third = checked("a.csv", "key,claim,verdict\nimp-9,Teh basi beracun,Salah\n");
        assertThat(staff.get(third).body()).contains("1 sama", "Tidak ada yang akan berubah")
                .doesNotContain("Impor sekarang");
    }

    @Test
    void a_file_that_is_nothing_known_is_told_in_one_sentence() throws Exception {
        assertThat(staff.get(checked("foto.png", "\u0089PNG\r\n")).body()).contains("Berkas ini tidak bisa dibaca");
        HttpResponse<String> empty = upload("kosong.csv", new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Pilih berkasnya dulu");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        HttpResponse<String> refused = upload("besar.csv", new byte[66 << 20]);
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void work_that_stopped_is_told_and_can_go_on() throws Exception {
        Upload upload = uploads.add("a.csv", "admin", Language.ID,
                new ByteArrayInputStream("claim\nSatu\n".getBytes(StandardCharsets.UTF_8)));
        app.bean(Database.class).write().sql("UPDATE upload SET beat_at = 1000 WHERE id = ?")
                .param(upload.id()).update();
        String path = "/moderation/import/" + upload.id();
        assertThat(staff.get(path).body()).contains("Pekerjaan ini terhenti", "Lanjutkan").doesNotContain("hx-trigger");
        staff.submit(path, path + "/resume", Map.of());
        Act resumed = app.bean(Acts.class)
                .before(Long.MAX_VALUE, ActFilter.on("upload:" + upload.id()), 9).getFirst();
        assertThat(resumed.what()).isEqualTo("upload.resume");
        assertThat(resumed.after()).contains("a.csv", "CHECKING");
        await().atMost(SOON).until(() -> find(path).phase() == Phase.CHECKED);
    }

    @Test
    void of_two_who_begin_an_import_one_does() throws Exception {
        String path = checked("b.csv", "claim\nDua kali\n");
        long id = find(path).id();
        assertThat(uploads.take(id, Phase.CHECKED, Phase.IMPORTING, UploadWork.SILENCE)).isTrue();
        assertThat(uploads.take(id, Phase.CHECKED, Phase.IMPORTING, UploadWork.SILENCE)).isFalse();
        assertThat(uploads.take(id, Phase.IMPORTING, Phase.IMPORTING, UploadWork.SILENCE)).isFalse();
        assertThat(staff.get(path).body()).contains("Sedang diimpor", "hx-trigger=\"every 1s\"");
    }

    @Test
    void everything_is_exported_in_each_form() throws Exception {
        String path = checked("c.jsonl",
                "{\"key\": \"exp-1\", \"claim\": \"Kopi membuat kebal\", \"verdict\": \"FALSE\"}");
        staff.submit(path, path + "/start", Map.of());
        await().atMost(SOON).until(() -> find(path).phase() == Phase.DONE);
        for (String format : List.of("jsonl", "csv", "json")) {
            HttpResponse<String> file = staff.get("/moderation/export/" + format);
            assertThat(file.body()).as(format).contains("Kopi membuat kebal");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("." + format);
        }
        for (String export : List.of("/moderation/export/csv", "/admin/export.zip")) {
            assertThat(staff.get(export).headers().firstValue("Content-Disposition").orElseThrow()).as(export)
                    .contains("\"saring-" + LocalDate.now(ZONE) + ".");
        }
        assertThat(staff.get("/moderation/export/xml").statusCode()).isEqualTo(404);
    }

    @Test
    void an_admin_sets_feeds_and_a_wrong_address_is_refused() throws Exception {
        String page = staff.get("/admin/feeds").body();
        assertThat(page).contains("Belum ada umpan");
        HttpResponse<String> wrong = staff.submit("/admin/feeds", "/admin/feeds",
                Map.of("url", "ftp://example.org", "every", "60"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Bukan alamat umpan", "value=\"ftp://example.org\"");

        staff.submit("/admin/feeds", "/admin/feeds",
                Map.of("url", "http://127.0.0.1:1/feed", "every", "60", "trusted", "true"));
        Feeds feeds = app.bean(Feeds.class);
        long id = feeds.all().getFirst().id();
        assertThat(staff.get("/moderation/import").body())
                .contains("http://127.0.0.1:1/feed", "Langsung terbit", "Belum pernah diambil");
        staff.submit("/admin/feeds", "/admin/feeds/" + id, Map.of("every", "1440"));
        assertThat(feeds.find(id).orElseThrow().trusted()).isFalse();
        assertThat(staff.get("/admin/feeds/" + id + "/remove").body()).contains("Hapus umpan ini?");
        staff.submit("/admin/feeds/" + id + "/remove", "/admin/feeds/" + id + "/remove", Map.of());
        assertThat(feeds.all()).isEmpty();
    }

    @Test
    void who_is_not_signed_in_sees_no_feeds_and_exports_nothing() throws Exception {
        StaffClient stranger = new StaffClient(app);
        assertThat(stranger.get("/admin/feeds").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/moderation/export/csv").statusCode()).isEqualTo(302);
    }
}
