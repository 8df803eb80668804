package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.StaffClient;
import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.ApiTokens;
import id.saring.account.Scope;
import id.saring.audit.ActCheck;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import id.saring.safety.Endpoints.Endpoint;
import id.saring.safety.Hostile.Session;
import id.saring.telegram.TelegramPerson;
import id.saring.whatsapp.WebhookRequest;
import id.saring.whatsapp.WhatsAppPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Hostile inputs against every door of the whole application over real connections, the same ones for the same seed:
 * {@code -Dfuzz.rounds} sets how many (10,000 if not set), {@code -Dfuzz.seed} which.
 *
 * <p>The rule: what is forged, unproved or malformed gets a 4xx or its connection closed (or 501 and 505, which say
 * that it is no HTTP we speak); what is merely odd may be answered. Never a 5xx else, never a word of our insides.
 */
@ExtendWith(OutputCaptureExtension.class)
@OneTry
class HostileInputsIT {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261124L);
    private static final int AT_ONCE = 8;
    private static final String HOAX = "besok WA berbayar kirim ke 10 orang biar gratis logo jadi biru";

    private static final Pattern INSIDES = Pattern.compile(
            "[A-Za-z]Exception\\b|\\bat [a-z]+(?:\\.\\w+)+\\(|id\\.saring|org\\.(?:spring|apache|sqlite|postgres)|java\\.(?:lang|util|io)"
                    + "|Apache Tomcat|SQLITE_|root:x:0");

    private static final Pattern HEALTH = Pattern.compile("[A-Z]+ /actuator/health\\b");

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> findings = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger downs = new AtomicInteger();

    private RawHttp http;

    @Test
    void hostile_inputs_get_a_refusal_tell_nothing_and_leave_everything_as_it_was(
            @TempDir Path dataDir, CapturedOutput output) throws Exception {
        try (WholeApp whole = new WholeApp(dataDir, Map.of())) {
            http = new RawHttp(whole.app.port());
            WhatsAppPerson siti = whole.whatsapp.person("6281234567890", "ID.13491208655302741918");
            TelegramPerson budi = whole.telegram.person(4711);
            siti.says(HOAX);
            siti.reads(1);
            budi.says(HOAX);
            budi.reads(1);
            whole.moderator();
            WebhookRequest recorded = siti.writes("apakah air rebusan bawang menyembuhkan?");
            byte[] update = update(4711);
            Hostile hostile = new Hostile(SEED, Endpoints.of(whole.app), recorded, update);
            String token = token(whole);
            Database database = whole.app.bean(Database.class);
            List<String> before = state(database);
            String incoming = incoming(database);

            attack(ROUNDS * 7 / 10, hostile::ofStranger);
            assertThat(state(database)).as("claims, accounts, acts and lookups after strangers").isEqualTo(before);
            assertThat(incoming(database)).as("messages let in by forged webhooks").isEqualTo(incoming);

            attack(ROUNDS * 8 / 100, hostile::ofPlatform);
            Session moderator = session(WholeApp.MODERATOR, WholeApp.MODERATOR_PASSWORD);
            List<Endpoint> pages = Endpoints.of(whole.app).stream()
                    .filter(HostileInputsIT::isFormOfModerators).toList();
            attack(ROUNDS * 8 / 100, () -> hostile.ofStaff(moderator, pages));
            Session admin = session(StaffClient.NAME, StaffClient.PASSWORD);
            List<Endpoint> handles = Endpoints.of(whole.app).stream().filter(HostileInputsIT::isFormOfAdmins).toList();
            attack(ROUNDS * 7 / 100, () -> hostile.ofStaff(admin, handles));
            attack(ROUNDS * 7 / 100, () -> hostile.ofProgram(token));

            report();
            assertThat(findings).as("of %d inputs, seed %d", ROUNDS, SEED).isEmpty();
            assertThat(state(database)).as("claims, accounts, acts and lookups there were").containsAll(before);
            assertThat(whole.app.bean(Acts.class).verify()).isInstanceOf(ActCheck.Sound.class);
            // What a platform really signs is sent on, and it may refuse its own nonsense: that alone is told.
            assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")
                    && !line.contains("Dead letter")))
                    .isEmpty();

            budi.reads(2);
            budi.says("bawang putih menyembuhkan flu");
            await().untilAsserted(() -> assertThat(budi.received()).as("a replayed update is answered once").hasSize(3));
            siti.reads(2);
            siti.says(HOAX);
            await().untilAsserted(() -> assertThat(siti.received()).as("a replayed question is answered once")
                    .hasSize(3));
            assertThat(new StaffClient(whole.app).post("/cek", "", Map.of("text", HOAX)).body())
                    .containsPattern("/klaim/\\d+");
            await().untilAsserted(() -> assertThat(
                    http.send(new Request("GET", "/actuator/health").bytes()).status())
                    .as("health after %d times down", downs.get()).isEqualTo(200));
        }
    }

    /** Not what ends the session that the attack goes by, nor what is another's to do. */
    private static boolean isFormOfModerators(Endpoint door) {
        return door.under("/moderation")
                && !door.under("/moderation/accounts", "/moderation/sign-out", "/moderation/account",
                "/moderation/sign-in");
    }

    /** Not what costs the machine minutes each time it is pressed. */
    private static boolean isFormOfAdmins(Endpoint door) {
        return door.under("/admin", "/moderation/accounts") && !door.under("/admin/handles/backup", "/admin/handles/index");
    }

    /** A question as Telegram delivers it, which is then delivered again and again. */
    private static byte[] update(long person) {
        return """
                {"update_id":900900,"message":{"message_id":900,"date":%d,"chat":{"id":%d,"type":"private"},
                "from":{"id":%d,"is_bot":false,"first_name":"Budi"},"text":"%s"}}"""
                .formatted(System.currentTimeMillis() / 1000, person, person, HOAX)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String token(WholeApp whole) {
        Account moderator = whole.app.bean(Accounts.class).named(WholeApp.MODERATOR).orElseThrow();
        return whole.app.bean(ApiTokens.class)
                .make(Actor.TERMINAL, moderator, "program", Scope.WRITE, Duration.ofDays(1));
    }

    private void attack(int times, Supplier<Attempt> source) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Attempt attempt = source.get();
                running.add(threads.submit(() -> attempt(attempt)));
                if (running.size() == 200) {
                    finish(running);
                }
            }
            finish(running);
        }
    }

    private static void finish(List<Future<?>> running) throws Exception {
        for (Future<?> one : running) {
            one.get();
        }
        running.clear();
    }

    private void attempt(Attempt attempt) {
        try {
            RawHttp.Reply reply = http.send(attempt.bytes());
            synchronized (answers) {
                answers.merge(attempt.kind() + " " + reply.status(), 1, Integer::sum);
            }
            if (!attempt.expect().allows(reply.status()) && !saysItIsDown(attempt, reply)) {
                findings.add(reply.status() + " to " + attempt);
            }
            Matcher insides = INSIDES.matcher(reply.text());
            if (insides.find() && !reply.header("Content-Type").contains("javascript")) {
                int at = insides.start();
                String around = reply.text()
                        .substring(Math.max(0, at - 200), Math.min(reply.text().length(), at + 200));
                findings.add("tells " + around + " to " + attempt);
            }
            if (!reply.headers("X-Injected").isEmpty() || reply.headers("Set-Cookie").contains("x=1")) {
                findings.add("lets headers in: " + attempt);
            }
        } catch (IOException e) {
            findings.add("no end of the answer to " + attempt);
        }
    }

    /** What the health check is for; on a busy machine it may be so for a moment. */
    private boolean saysItIsDown(Attempt attempt, RawHttp.Reply reply) {
        boolean down = reply.status() == 503
                && HEALTH.matcher(new String(attempt.bytes(), StandardCharsets.ISO_8859_1)).lookingAt()
                && reply.text().contains("\"status\":\"DOWN\"");
        if (down) {
            downs.incrementAndGet();
        }
        return down;
    }

    private void report() {
        System.out.printf("%d hostile inputs of seed %d, by kind and answer: %s; down %d times%n", ROUNDS, SEED, answers, downs.get());
        findings.stream().limit(60).forEach(System.out::println);
    }

    private Session session(String name, String password) throws IOException {
        RawHttp.Reply page = http.send(new Request("GET", "/moderation/sign-in").header("Accept", "text/html").bytes());
        String form = cookies(page);
        RawHttp.Reply in = http.send(new Request("POST", "/moderation/sign-in")
                .header("Cookie", form)
                .body("application/x-www-form-urlencoded", "_csrf=" + proof(page) + "&name=" + name
                + "&password=" + password)
                .bytes());
        String cookies = form + "; " + cookies(in);
        RawHttp.Reply start = http.send(new Request("GET", "/moderation/account").header("Cookie", cookies)
                .header("Accept", "text/html").bytes());
        return new Session(cookies, proof(start));
    }

    private static String cookies(RawHttp.Reply reply) {
        return reply.headers("Set-Cookie").stream().map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String proof(RawHttp.Reply reply) {
        Matcher found = PROOF.matcher(reply.text());
        assertThat(found.find()).as(reply.text()).isTrue();
        return found.group(1);
    }

    /** All that must still be there afterwards. */
    private static List<String> state(Database database) {
        List<String> state = new ArrayList<>();
        for (String rows : List.of(
                "SELECT 'claim ' || id || ':' || version || ':' || state FROM claim ORDER BY id",
                "SELECT 'account ' || id || ':' || name || ':' || role || ':' || state FROM account ORDER BY id",
                "SELECT 'lookup ' || id || ':' || outcome FROM lookup WHERE channel IN ('TELEGRAM', 'WHATSAPP') ORDER BY id",
                // Refusals are recorded, as they should be.
                "SELECT 'act ' || id || ':' || what || ':' || actor FROM act WHERE what NOT LIKE 'session.%'"
                        + " AND what NOT IN ('token.refuse', 'account.forbid') ORDER BY id")) {
            state.addAll(database.read().sql(rows).query(String.class).list());
        }
        return state;
    }

    private static String incoming(Database database) {
        return database.read()
                .sql("SELECT count(*) FROM work WHERE queue = 'inbox' AND dedup_key NOT LIKE 'web:%'")
                .query(String.class)
                .single();
    }
}
