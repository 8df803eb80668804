package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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

    private static HttpResponse<String> ask(RunningApp app, String key) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(app.uri("/api/v1/verdicts")).header("X-Api-Key", key).build(),
                BodyHandlers.ofString());
    }
}
