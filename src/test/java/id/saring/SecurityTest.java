package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.ApiTokens;
import id.saring.account.Key;
import id.saring.account.OwnAccount;
import id.saring.account.Role;
import id.saring.account.Scope;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which doors are open to whom, at the real server. */
class SecurityTest {
    private static final String SIGN_IN = "/moderation/sign-in";

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,200", "/actuator/health,200", "/actuator/health/liveness,200", "/actuator/health/readiness,200",
        "/actuator/prometheus,401", "/actuator,401", "/actuator/env,401", "/actuator/health/../prometheus,400",
        "/moderation/sign-in,200", "/api/v1/claims,401", "/api/v1/claims/1/revisions,401", "/tidak-ada,404"
    })
    void a_stranger_finds_open_what_is_public_and_nothing_else(String path, int status) throws Exception {
        assertThat(new StaffClient(app).get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/moderation", "/moderation/accounts", "/moderation/account", "/moderation/klaim?a=b",
            "/admin", "/admin/x"})
    void a_stranger_is_sent_to_sign_in_and_back_again_after(String path) throws Exception {
        StaffClient client = new StaffClient(app);
        String there = location(client.get(path));
        assertThat(there).contains(SIGN_IN);
        String next = there.contains("next=")
                ? URLDecoder.decode(there.split("next=", 2)[1], StandardCharsets.UTF_8) : "";
        HttpResponse<String> in = client.submit(
                SIGN_IN, SIGN_IN, Map.of("name", "admin", "password", StaffClient.PASSWORD, "next", next));
        assertThat(location(in)).endsWith(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//evil.example", "https://evil.example", "/\\evil.example", "/moderation\\@evil", "/moderation.evil.example",
        "/moderation/\nx", "javascript:alert(1)", "/"
    })
    void signing_in_leads_nowhere_but_to_our_own_pages(String next) throws Exception {
        HttpResponse<String> in = new StaffClient(app).submit(
                SIGN_IN, SIGN_IN, Map.of("name", "admin", "password", StaffClient.PASSWORD, "next", next));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(location(in)).isEqualTo(app.uri("/moderation").toString());
    }

    @Test
    void health_tells_details_to_an_admin_only() throws Exception {
        assertThat(new StaffClient(app).get("/actuator/health").body()).doesNotContain("components", "diskSpace");
        assertThat(StaffClient.admin(app).get("/actuator/health").body()).contains("diskSpace");
        assertThat(moderator("moderator-health").get("/actuator/health").body()).doesNotContain("diskSpace");
    }

    @Test
    void metrics_are_read_by_an_admin_or_an_admins_token_only() throws Exception {
        assertThat(StaffClient.admin(app).get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(moderator("moderator-metrics").get("/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(call("GET", "/actuator/prometheus", token("admin", Scope.READ)).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/actuator/prometheus", token("moderator-metrics", Scope.WRITE)).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/actuator/prometheus", token("admin", Scope.WRITE)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_moderator_finds_no_page_of_admins() throws Exception {
        StaffClient moderator = moderator("moderator-pages");
        assertThat(moderator.get("/moderation").statusCode()).isEqualTo(200);
        assertThat(moderator.get("/moderation").body()).doesNotContain("/moderation/accounts\"");
        for (String path : List.of("/moderation/accounts", "/moderation/accounts/1", "/admin", "/admin/anything")) {
            assertThat(moderator.get(path).statusCode()).as(path).isEqualTo(403);
        }
        HttpResponse<String> invited =
                moderator.submit("/moderation/account", "/moderation/accounts", Map.of("name", "x1", "role", "ADMIN"));
        assertThat(invited.statusCode()).isEqualTo(403);
        assertThat(app.bean(Accounts.class).named("x1")).isEmpty();
    }

    @Test
    void a_form_without_its_proof_or_with_anothers_is_not_taken() throws Exception {
        StaffClient ani = StaffClient.admin(app);
        assertThat(ani.post("/moderation/sign-out", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ani.post("/moderation/sign-out", "0".repeat(64), Map.of()).statusCode()).isEqualTo(403);
        StaffClient other = moderator("moderator-forms");
        String others = proof(other.get("/moderation/account"));
        assertThat(ani.post("/moderation/sign-out", others, Map.of()).statusCode()).isEqualTo(403);
        assertThat(ani.get("/moderation").statusCode()).isEqualTo(200);
        assertThat(new StaffClient(app).post(SIGN_IN, "", Map.of("name", "admin", "password", StaffClient.PASSWORD))
                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_was_typed_before_the_session_ended_can_be_sent_after_signing_in_again() throws Exception {
        StaffClient client = moderator("moderator-long");
        String proof = proof(client.get("/moderation/account"));
        client.submit("/moderation", "/moderation/sign-out", Map.of());
        HttpResponse<String> over = client.post("/moderation/account/tokens", proof, Map.of("name", "lama"));
        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.body()).contains("Isian Anda masih ada");
        client.signIn("admin", StaffClient.PASSWORD);
        assertThat(client.post("/moderation/account/tokens", proof, Map.of("name", "lama")).statusCode())
                .as("signed in as somebody else")
                .isEqualTo(403);
        client.submit("/moderation", "/moderation/sign-out", Map.of());
        client.signIn("moderator-long", StaffClient.PASSWORD);
        HttpResponse<String> again = client.post("/moderation/account/tokens", proof, Map.of("name", "lama"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("saring_");
    }

    @Test
    void the_api_knows_no_cookies_so_no_other_site_can_use_them() throws Exception {
        StaffClient admin = StaffClient.admin(app);
        assertThat(admin.get("/api/v1/claims").statusCode()).isEqualTo(401);
        assertThat(admin.post("/api/v1/claims", "", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_token_is_refused_with_a_problem_detail_and_a_right_one_is_let_in() throws Exception {
        HttpResponse<String> wrong = call("GET", "/api/v1/claims", "saring_" + "A".repeat(43));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(wrong.body()).contains("\"code\":\"token_unknown\"", "\"status\":401");
        assertThat(call("GET", "/api/v1/anything", "nonsense").statusCode()).as("an open door").isEqualTo(401);
        String reading = token("admin", Scope.READ);
        String writing = token("admin", Scope.WRITE);
        assertThat(call("GET", "/api/v1/claims/0/none", reading).statusCode()).isNotIn(401, 403);
        assertThat(call("GET", "/api/v1/claims/0/none", writing).statusCode()).isNotIn(401, 403);
        assertThat(call("POST", "/api/v1/claims/0/none", reading).statusCode()).isEqualTo(403);
        assertThat(call("PUT", "/api/v1/claims/0/none", reading).statusCode()).isEqualTo(403);
        assertThat(call("POST", "/api/v1/claims/0/none", writing).statusCode()).isNotIn(401, 403);
    }

    @Test
    void the_public_api_and_form_need_nothing() throws Exception {
        HttpRequest.Builder check = HttpRequest.newBuilder(app.uri("/api/v1/check"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"apakah ini benar\"}"));
        assertThat(new StaffClient(app).send(check).statusCode()).isEqualTo(200);
        assertThat(new StaffClient(app).post("/cek", "", Map.of("text", "apakah ini benar")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> home = new StaffClient(app).get("/");
        assertThat(home.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(home.body()).doesNotContain("_csrf");
    }

    @Test
    void pages_of_moderation_hold_and_load_nothing_that_is_not_ours() throws Exception {
        StaffClient admin = StaffClient.admin(app);
        for (String path : List.of(SIGN_IN, "/moderation", "/moderation/account", "/moderation/accounts",
                "/moderation/accounts/1")) {
            HttpResponse<String> page = (path.equals(SIGN_IN) ? new StaffClient(app) : admin).get(path);
            assertThat(page.headers().allValues("Content-Security-Policy")).singleElement().asString()
                    .startsWith("default-src 'none'; script-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
            assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(page.body())
                    .startsWith("<!DOCTYPE html>")
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContain("<style", " style=", " onclick", "??")
                    .doesNotContainPattern("(?:src|<link[^>]* href)=\"(?:https?:)?//");
        }
    }

    @Test
    void what_is_shown_once_is_kept_by_no_browser() throws Exception {
        HttpResponse<String> token = moderator("moderator-once")
                .submit("/moderation/account", "/moderation/account/tokens", Map.of("name", "sekali"));
        assertThat(token.body()).contains("saring_");
        assertThat(token.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void the_session_cookie_is_for_the_server_only_and_over_tls_for_this_host_only() throws Exception {
        StaffClient client = new StaffClient(app);
        HttpResponse<String> plain = client.signIn("admin", StaffClient.PASSWORD);
        assertThat(plain.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.contains("saring_session"))
                .singleElement().asString().contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(SIGN_IN)).header("X-Forwarded-Proto", "https");
        HttpResponse<String> page = new StaffClient(app).send(request.GET());
        assertThat(page.headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("__Host-saring_form=").contains("Secure");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void a_refused_change_of_the_last_admin_is_said_on_the_page() throws Exception {
        long id = app.bean(Accounts.class).named("admin").orElseThrow().id();
        HttpResponse<String> answer =
                StaffClient.admin(app)
                .submit("/moderation/accounts", "/moderation/accounts/" + id + "/disable", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Akun sendiri tidak bisa ditutup");
    }

    @Test
    void a_password_that_was_given_must_be_changed_before_anything_else() throws Exception {
        moderator("moderator-given");
        Account account = app.bean(Accounts.class).named("moderator-given").orElseThrow();
        String given = app.bean(OwnAccount.class).makePassword(Actor.TERMINAL, account);
        StaffClient client = new StaffClient(app);
        client.signIn("moderator-given", given);
        for (String path : List.of("/moderation", "/moderation/account", "/admin")) {
            assertThat(location(client.get(path))).as(path).endsWith("/moderation/new-password");
        }
        String page = "/moderation/new-password";
        assertThat(client.submit(page, page, Map.of("password", given, "again", given)).statusCode()).isEqualTo(422);
        assertThat(client.submit(page, page, Map.of("password", "hujan sore di beranda", "again", "lain")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> done = client.submit(
                page, page, Map.of("password", "hujan sore di beranda", "again", "hujan sore di beranda"));
        assertThat(location(done)).contains("/moderation?notice=password_changed");
        assertThat(client.get("/moderation").statusCode()).isEqualTo(200);
    }

    @Test
    void guessing_is_answered_with_a_wait_that_tells_nothing_about_the_name() throws Exception {
        for (String name : List.of("nobody-at-all", "moderator-guessed")) {
            if (name.startsWith("moderator")) {
                moderator(name);
            }
            StaffClient client = new StaffClient(app);
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> refused = client.signIn(name, "salah sama sekali");
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("Nama atau kata sandinya salah.");
            }
            HttpResponse<String> wait = client.signIn(name, StaffClient.PASSWORD);
            assertThat(wait.statusCode()).isEqualTo(429);
            assertThat(wait.body()).contains("Terlalu banyak percobaan").doesNotContain("kuda-lumping");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "' OR '1'='1", "<script>", "\uD800", "admin\r\nSet-Cookie: a=b",
            "../../etc/passwd"})
    void hostile_names_and_codes_are_refused_like_any_other(String hostile) throws Exception {
        HttpResponse<String> refused = new StaffClient(app).signIn(hostile, hostile);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("<script>", "\tat ");
        StaffClient moderator = StaffClient.admin(app);
        String page = "/moderation/account";
        assertThat(moderator.submit(page, page + "/tokens", Map.of("name", hostile + "x".repeat(60))).statusCode())
                .isEqualTo(422);
        assertThat(moderator.submit(page, page + "/tokens", Map.of("name", "x", "scope", hostile)).statusCode())
                .isEqualTo(400);
        assertThat(moderator.get("/moderation/invitation/" + "x".repeat(43)).statusCode()).isEqualTo(410);
        assertThat(moderator.submit(page, page + "/tokens/" + Long.MAX_VALUE + "/revoke", Map.of()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void acts_bear_a_pseudonym_of_the_address_and_not_the_address() throws Exception {
        StaffClient.admin(app);
        List<Act> acts = app.bean(Acts.class)
                .list(new ActFilter("admin", "account.sign_in", null, null, null), 0, 5).items();
        assertThat(acts).isNotEmpty().allSatisfy(act -> assertThat(act.actor().origin()).matches("[0-9a-f]{16}"));
    }

    private static StaffClient moderator(String name) throws IOException, InterruptedException {
        Key key = app.bean(Accounts.class).invite(Actor.TERMINAL, name, Role.MODERATOR);
        app.bean(OwnAccount.class).accept(key, StaffClient.PASSWORD, "here");
        StaffClient client = new StaffClient(app);
        assertThat(client.signIn(name, StaffClient.PASSWORD).statusCode()).isEqualTo(302);
        return client;
    }

    private static String token(String name, Scope scope) {
        Account account = app.bean(Accounts.class).named(name).orElseThrow();
        return app.bean(ApiTokens.class).make(Actor.TERMINAL, account, "test", scope, Duration.ofDays(1));
    }

    private static HttpResponse<String> call(String method, String path, String token)
            throws IOException, InterruptedException {
        return new StaffClient(app).send(HttpRequest.newBuilder(app.uri(path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody()));
    }

    private static String proof(HttpResponse<String> page) {
        return page.body().split("name=\"_csrf\" value=\"", 2)[1].split("\"", 2)[0];
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
