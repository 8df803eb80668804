package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin gives a program a quota of its own. */
class KeyPagesTest {
    private static final Pattern KEY = Pattern.compile("saringkey_[A-Za-z0-9_-]{43}");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_key_is_made_shown_once_used_and_revoked(@TempDir Path dir) throws Exception {
        try (RunningApp app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class)) {
            StaffClient staff = StaffClient.admin(app);
            assertThat(staff.get("/admin/keys").body()).contains("Belum ada kunci");
            HttpResponse<String> made = staff.submit(
                    "/admin/keys", "/admin/keys", Map.of("name", "Redaksi <b>", "perMinute", "2", "perDay", "100"));
            Matcher key = KEY.matcher(made.body());
            assertThat(key.find()).isTrue();
            assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");

            assertThat(ask(app, key.group()).statusCode()).isEqualTo(200);
            assertThat(ask(app, key.group()).statusCode()).isEqualTo(200);
            assertThat(ask(app, key.group()).statusCode()).isEqualTo(429);
            assertThat(staff.get("/admin/keys").body()).contains("Redaksi &lt;b&gt;").doesNotContain(key.group());

            staff.submit("/admin/keys", "/admin/keys/1/revoke", Map.of());
            assertThat(ask(app, key.group()).statusCode()).isEqualTo(401);
            assertThat(staff.submit("/admin/keys", "/admin/keys", Map.of("name", "x", "perMinute", "0")).body())
                    .contains("Jatahnya harus");
        }
    }

    @Test
    void a_webhook_is_added_with_a_secret_shown_once_listed_looked_at_and_removed(@TempDir Path dir) throws Exception {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.put("saring.webhook.private-addresses", "true");
        try (RunningApp app = RunningApp.start(0, dir, settings, Saring.class)) {
            StaffClient staff = StaffClient.admin(app);
            assertThat(staff.get("/admin/webhooks").body()).contains("Belum ada alamat", "SARING_BASE_URL belum diatur");
            for (String wrong : List.of("", "ftp://cms.example", "https://a:b@cms.example/", "http://[", "x".repeat(3000))) {
                HttpResponse<String> refused = staff.submit("/admin/webhooks", "/admin/webhooks", Map.of("url", wrong));
                assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
                assertThat(refused.body()).contains("Alamat harus diawali");
            }
            HttpResponse<String> made = staff.submit(
                    "/admin/webhooks", "/admin/webhooks", Map.of("url", "http://127.0.0.1:9/tokenrahasia"));
            Matcher secret = Pattern.compile("whsec_[A-Za-z0-9+/=]+").matcher(made.body());
            assertThat(secret.find()).isTrue();
            assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(staff.get("/admin/webhooks").body())
                    .contains("http://127.0.0.1:9/tokenrahasia").doesNotContain(secret.group());
            assertThat(staff.get("/admin/webhooks/1").body()).contains("Belum ada yang dikirim");
            app.bean(Database.class).write().sql("""
                    INSERT INTO webhook_delivery (webhook_id, message_id, attempt, status, failure, millis, at)
                    VALUES (1, 'msg_1_1', 2, NULL, 'ConnectException <b>', 12, 1767225600000)""").update();
            assertThat(staff.get("/admin/webhooks/1").body()).contains("msg_1_1", "ConnectException &lt;b&gt;");
            assertThat(staff.get("/admin/webhooks/2").statusCode()).isEqualTo(404);

            staff.submit("/admin/webhooks", "/admin/webhooks/1/remove", Map.of());
            assertThat(staff.get("/admin/webhooks").body()).contains("Belum ada alamat");
            List<Act> acts = app.bean(Acts.class).before(Long.MAX_VALUE, ActFilter.on("webhook:1"), 9);
            assertThat(acts).extracting(Act::what).containsExactly("webhook.remove", "webhook.add");
            assertThat(acts.toString()).contains("127.0.0.1").doesNotContain("tokenrahasia");
        }
    }

    private static HttpResponse<String> ask(RunningApp app, String key) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(app.uri("/api/v1/verdicts")).header("X-Api-Key", key).build(),
                BodyHandlers.ofString());
    }
}
