package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Password guessing at the real door, from many addresses, under many names, all at once. */
class SignInAttackTest {
    private static final int ATTEMPTS = 120;
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private interface Guess {
        String value(int number);
    }

    @Test
    void one_name_from_many_addresses_is_looked_at_a_few_times_only_and_its_owner_still_gets_in() throws Exception {
        StaffClient owner = StaffClient.admin(app);
        Map<Integer, Integer> answers = attack(number -> StaffClient.NAME, number -> "198.51.100." + number);
        assertThat(lookedAt(answers)).as("%s", answers).isBetween(1, 10);
        assertThat(refused(answers)).as("%s", answers).isGreaterThan(ATTEMPTS / 2);
        owner.submit("/moderation", "/moderation/sign-out", Map.of());
        HttpResponse<String> in = owner.signIn(StaffClient.NAME, StaffClient.PASSWORD);
        assertThat(in.statusCode()).as("in a browser that was there before").isEqualTo(302);
    }

    @Test
    void many_names_from_one_address_are_looked_at_a_few_times_only() throws Exception {
        Map<Integer, Integer> answers = attack(number -> "orang-" + number, number -> "192.0.2.7");
        assertThat(lookedAt(answers)).as("%s", answers).isBetween(1, 30);
        assertThat(refused(answers)).as("%s", answers).isGreaterThan(ATTEMPTS / 2);
    }

    @Test
    void an_address_written_by_the_guesser_counts_only_behind_a_proxy_of_ours() throws Exception {
        RawHttp.Reply page =
                send(new Request("GET", "/moderation/sign-in").header("X-Forwarded-For", "1.1.1.1, 192.0.2.9"));
        assertThat(page.status()).isEqualTo(200);
        Map<Integer, Integer> answers = attack(number -> "orang-" + number, number -> number + ".1.1.1, 192.0.2.9");
        assertThat(lookedAt(answers)).as("the last address is the one our proxy saw: %s", answers).isBetween(1, 30);
    }

    private Map<Integer, Integer> attack(Guess name, Guess address) throws Exception {
        Map<Integer, Integer> answers = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 1; i <= ATTEMPTS; i++) {
                int number = i;
                running.add(threads.submit(() -> guess(name.value(number), address.value(number))));
            }
            for (Future<Integer> one : running) {
                answers.merge(one.get(), 1, Integer::sum);
            }
        }
        assertThat(answers.keySet()).as("wrong, too soon, or too many passwords being checked")
                .isSubsetOf(403, 429, 503);
        return answers;
    }

    private int guess(String name, String address) throws IOException {
        RawHttp.Reply page = send(new Request("GET", "/moderation/sign-in").header("X-Forwarded-For", address));
        Matcher proof = PROOF.matcher(page.text());
        assertThat(proof.find()).as(page.text()).isTrue();
        return send(new Request("POST", "/moderation/sign-in")
                        .header("X-Forwarded-For", address)
                        .header("Cookie", page.header("Set-Cookie").split(";")[0])
                        .body("application/x-www-form-urlencoded", "_csrf=" + proof.group(1) + "&name=" + name
                        + "&password=tebakan-saja"))
                .status();
    }

    private RawHttp.Reply send(Request request) throws IOException {
        return new RawHttp(app.port()).send(request.header("Accept", "text/html").bytes());
    }

    private static int lookedAt(Map<Integer, Integer> answers) {
        return answers.getOrDefault(403, 0);
    }

    private static int refused(Map<Integer, Integer> answers) {
        return answers.getOrDefault(429, 0);
    }
}
