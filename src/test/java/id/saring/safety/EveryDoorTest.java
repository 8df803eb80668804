package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.OneTry;
import id.saring.StaffClient;
import id.saring.safety.Endpoints.Endpoint;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every door there is, found in the running application, whoever knocks: nobody, a moderator, an admin.
 */
@OneTry
class EveryDoorTest {
    private static final String[] ADMINS = {"/admin", "/moderation/accounts", "/actuator"};
    private static final String[] STAFF = {"/moderation", "/admin", "/actuator"};

    /** Within what is for staff, what is not. */
    private static final String[] SIGNING_IN = {
        "/moderation/sign-in", "/moderation/invitation", "/moderation/session-over", "/actuator/health"
    };

    /** What is for everybody; a door elsewhere needs a decision. */
    private static final String[] PUBLIC = {
        "/cek", "/klaim", "/claims", "/widget", "/widget-colours.css", "/feeds", "/api", "/v1alpha1", "/mcp", "/chat",
        "/webhooks", "/robots.txt", "/sitemap.xml", "/sitemap-1.xml", "/error", "/webjars"
    };

    private static WholeApp whole;
    private static Set<Endpoint> endpoints;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        whole = new WholeApp(dataDir, Map.of());
        endpoints = Endpoints.of(whole.app);
    }

    @AfterAll
    static void stop() {
        whole.close();
    }

    @Test
    void the_doors_are_found_without_a_list() {
        assertThat(endpoints).hasSizeGreaterThan(Endpoints.AT_LEAST).contains(
                new Endpoint("POST", "/webhooks/telegram"),
                new Endpoint("POST", "/webhooks/whatsapp"),
                new Endpoint("POST", "/mcp"),
                new Endpoint("GET", "/actuator/prometheus"),
                new Endpoint("POST", "/moderation/claims/1"),
                new Endpoint("GET", "/webjars/htmx.org/dist/htmx.min.js"));
    }

    @Test
    void each_is_for_everybody_or_for_staff_on_purpose() throws Exception {
        List<String> files = Endpoints.files();
        assertThat(endpoints)
                .filteredOn(door -> !door.under(STAFF) && !door.under(PUBLIC) && !door.path().equals("/"))
                .allSatisfy(door -> assertThat(files).contains(door.path()));
    }

    @Test
    void nobody_gets_past_a_door_of_staff() throws Exception {
        StaffClient nobody = new StaffClient(whole.app);
        for (Endpoint door : endpoints) {
            if (!door.under(STAFF) || door.under(SIGNING_IN)) {
                continue;
            }
            HttpResponse<String> answer = knock(nobody, door);
            boolean sentToSignIn = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/moderation/sign-in");
            assertThat(sentToSignIn || answer.statusCode() == 401 || answer.statusCode() == 403)
                    .as("%s answers nobody with %s", door, answer.statusCode())
                    .isTrue();
        }
    }

    @Test
    void a_moderator_gets_past_no_door_of_admins_and_nobody_acts_without_the_proof_of_a_form() throws Exception {
        StaffClient moderator = whole.moderator();
        StaffClient admin = whole.admin();
        for (Endpoint door : endpoints) {
            if (!door.under(STAFF) || door.under(SIGNING_IN)) {
                continue;
            }
            if (door.under(ADMINS)) {
                assertThat(knock(moderator, door).statusCode()).as("%s and a moderator", door).isEqualTo(403);
            }
            if (!door.reads()) {
                assertThat(knock(admin, door).statusCode()).as("%s without a proof", door).isEqualTo(403);
            }
        }
    }

    @Test
    void an_admin_gets_past_every_door_that_is_read() throws Exception {
        StaffClient admin = whole.admin();
        for (Endpoint door : endpoints) {
            // What belongs to a step of signing in is closed to who is past it.
            boolean step = door.under("/moderation/second-factor", "/moderation/new-password");
            if (door.under(STAFF) && door.reads() && !step) {
                HttpResponse<String> answer = knock(admin, door);
                assertThat(answer.statusCode()).as("%s and an admin", door).isNotIn(401, 403, 500);
                assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/sign-in");
            }
        }
    }

    @Test
    void every_answer_has_the_headers_that_keep_browsers_safe() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (StaffClient who : List.of(new StaffClient(whole.app), whole.admin())) {
            for (Endpoint door : endpoints) {
                check(door, knock(who, door), wrong);
                check(door, knock(who, new Endpoint("DELETE", door.path())), wrong);
            }
            check(new Endpoint("GET", "/tidak-ada"), knock(who, new Endpoint("GET", "/tidak-ada")), wrong);
            check(new Endpoint("GET", "/x;y"), knock(who, new Endpoint("GET", "/x;y")), wrong);
            check(new Endpoint("GET", "/x%00"), knock(who, new Endpoint("GET", "/x%00")), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void over_tls_every_answer_asks_for_tls_and_every_cookie_is_bound_to_it() throws Exception {
        for (Endpoint door : endpoints) {
            HttpRequest.Builder request = request(door).header("X-Forwarded-Proto", "https");
            HttpResponse<String> answer = new StaffClient(whole.app).send(request);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).as("%s", door).isPresent();
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as("%s", door)
                    .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=", "Secure"));
        }
    }

    private static void check(Endpoint door, HttpResponse<String> answer, List<String> wrong) {
        boolean framed = door.path().equals("/widget") && answer.statusCode() == 200;
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        String policy = policies.size() == 1 ? policies.getFirst() : "none or many";
        boolean safe = policy.contains("default-src '")
                && policy.contains("base-uri 'none'")
                && policy.contains(framed ? "frame-ancestors *" : "frame-ancestors 'none'")
                && !policy.contains("unsafe")
                && is(answer, "X-Content-Type-Options", "nosniff")
                && is(answer, "Referrer-Policy", "same-origin")
                && is(answer, "Cross-Origin-Opener-Policy", "same-origin")
                && answer.headers().firstValue("Permissions-Policy").orElse("").contains("geolocation=()")
                && (framed || is(answer, "X-Frame-Options", "DENY"))
                && answer.headers().firstValue("Cache-Control").isPresent()
                && answer.headers().firstValue("Server").isEmpty()
                && answer.headers().firstValue("X-Powered-By").isEmpty()
                && answer.headers().allValues("Set-Cookie").stream()
                        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite="));
        if (!safe) {
            wrong.add(door + " " + answer.statusCode() + " " + answer.headers().map());
        }
    }

    private static boolean is(HttpResponse<String> answer, String header, String value) {
        return answer.headers().allValues(header).equals(List.of(value));
    }

    private static HttpResponse<String> knock(StaffClient who, Endpoint door) throws Exception {
        return who.send(request(door));
    }

    private static HttpRequest.Builder request(Endpoint door) {
        HttpRequest.Builder request = HttpRequest.newBuilder(whole.app.uri(door.path()))
                .header("Accept", "text/html,*/*;q=0.5");
        return door.reads()
                ? request
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .method(door.method(), BodyPublishers.ofString("text=apa"));
    }
}
