package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.check.CheckLog;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.submission.Question;
import id.saring.submission.Questions;
import id.saring.webchat.ChatClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and the audit trail as a browser without scripts uses them. */
class LogPagesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CLAIM = "Air rebusan bawang putih menyembuhkan flu burung";
    private static final String UNKNOWN = "Jembatan Suramadu akan ditutup tiga bulan mulai Senin";

    private static RunningApp app;
    private static StaffClient admin;
    private static Claim claim;

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class);
        admin = StaffClient.admin(app);
        Claims claims = app.bean(Claims.class);
        ClaimContent content = new ClaimContent(
                Language.ID, CLAIM, null, Verdict.FALSE, null, null, "Belum ada buktinya.", List.of(),
                List.of(), List.of(),
                null, null, null);
        claims.saveAll(List.of(new Claims.Row("bawang", content, ClaimState.PUBLISHED)));
        claim = claims.findByKey("bawang").orElseThrow();
        long sent = 0;
        for (String text : List.of(CLAIM, CLAIM, UNKNOWN)) {
            new ChatClient(app).write(text);
            long all = ++sent;
            // One after the other, so that the second is answered from the cache.
            await().atMost(SOON).until(() -> count("SELECT count(*) FROM delivery") == all);
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_log_tells_of_each_message_its_words_outcome_claim_and_delivery() throws Exception {
        String page = admin.get("/admin").body();
        assertThat(page)
                .contains(CLAIM, UNKNOWN, "Cocok", "Belum ada", "Terkirim", "Web", "#" + claim.id(), "tembolok");
        assertThat(rows(page)).isEqualTo(3);
    }

    @Test
    void each_filter_leaves_what_it_should() throws Exception {
        assertThat(rows(log("outcome=match"))).isEqualTo(2);
        assertThat(rows(log("outcome=match&cache=yes"))).isEqualTo(1);
        assertThat(rows(log("claim=" + claim.id()))).isEqualTo(2);
        assertThat(rows(log("q=suramadu+DITUTUP"))).isEqualTo(1);
        assertThat(rows(log("q=suramadu+bawang"))).isZero();
        assertThat(rows(log("delivery=sent"))).isEqualTo(3);
        assertThat(rows(log("delivery=unreachable"))).isZero();
        assertThat(rows(log("channel=telegram"))).isZero();
        assertThat(rows(log("surest=50&unsurest=100"))).isEqualTo(2);
        assertThat(rows(log("from=2020-01-01T00:00&until=2021-01-01T00:00"))).isZero();
        assertThat(rows(log("asker=" + value("SELECT asker FROM lookup WHERE outcome = 'not_found'")))).isEqualTo(1);
        assertThat(rows(log("trace=" + value("SELECT trace_id FROM lookup WHERE outcome = 'not_found'")))).isEqualTo(1);
        assertThat(log("channel=telegram")).contains("Tidak ada yang cocok");
    }

    @Test
    void a_filter_that_cannot_be_read_is_told_and_nothing_is_shown_instead_of_everything() throws Exception {
        for (String wrong : List.of("asker=x", "trace=%3Cb%3E", "claim=0", "from=kemarin", "surest=NaN",
                "slowest=1e999", "delivery=lost", "channel=fax", "language=xx", "forwarding=much", "outcome=none",
                "cache=maybe")) {
            String page = log(wrong);
            String typed = wrong.substring(wrong.indexOf('=') + 1).replace("%3C", "&lt;").replace("%3E", "&gt;");
            assertThat(rows(page)).as(wrong).isZero();
            assertThat(page).as(wrong).contains("“" + typed + "” tidak bisa dibaca", "role=\"alert\"")
                    .doesNotContain("Tidak ada yang cocok", "lookups.csv");
            assertThat(admin.get("/admin/lookups.csv?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(log("from=kemarin&live=" + System.currentTimeMillis()))
                .contains("id=\"from\" type=\"text\"", "aria-invalid=\"true\"", "value=\"kemarin\"")
                .doesNotContain("every 3s");
        assertThat(rows(log("before=1-&live=999999999999999999"))).isEqualTo(3);
        String acts = admin.get("/admin/acts?until=besok").body();
        assertThat(acts).contains("“besok” tidak bisa dibaca", "value=\"besok\"")
                .doesNotContain("class=\"card empty\"");
        assertThat(rows(acts)).isZero();
    }

    @Test
    void the_lists_of_claims_and_cases_tell_of_a_filter_that_cannot_be_read() throws Exception {
        for (String wrong : List.of("state=gone", "verdict=x", "language=xx", "kind=x", "from=kemarin", "to=besok",
                "order=x")) {
            assertThat(admin.get("/moderation/claims?" + wrong).body()).as(wrong)
                    .contains("“" + wrong.replaceAll(".*=", "") + "” tidak bisa dibaca")
                    .doesNotContain(CLAIM);
        }
        assertThat(admin.get("/moderation/claims?from=kemarin").body()).contains("value=\"kemarin\"");
        assertThat(admin.get("/moderation/claims?state=published").body()).contains(CLAIM);
        String nothing = "<div class=\"card\">";
        assertThat(admin.get("/moderation/queue").body()).contains(nothing);
        for (String wrong : List.of("state=gone", "who=siapa", "language=xx", "order=x")) {
            assertThat(admin.get("/moderation/queue?" + wrong).body()).as(wrong)
                    .contains("“" + wrong.replaceAll(".*=", "") + "” tidak bisa dibaca")
                    .doesNotContain(nothing);
        }
    }

    @Test
    void a_page_that_follows_is_answered_only_when_there_is_something_new() throws Exception {
        String live = admin.get("/admin?live=" + System.currentTimeMillis()).body();
        String poll = between(live, "hx-get=\"", "\"").replace("&amp;", "&");
        assertThat(live).contains("hx-trigger=\"every 3s\"", "Jeda");
        assertThat(poll).contains("seen=");
        assertThat(admin.get(poll).statusCode()).isEqualTo(204);
        assertThat(admin.get(poll.replaceAll("seen=\\w+", "seen=0")).statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin?live=1000").body()).contains("Berhenti sendiri").doesNotContain("every 3s");
    }

    @Test
    void one_lookup_shows_its_whole_way_and_why_it_was_answered_so() throws Exception {
        long id = count("SELECT min(id) FROM lookup WHERE outcome = 'match'");
        String page = admin.get("/admin/lookups/" + id).body();
        assertThat(page)
                .contains(CLAIM, "Diterima", "Mulai dicocokkan", "Diputuskan", "Dikirim", "Dihitung ulang sekarang")
                .contains("/moderation/claims/" + claim.id(), "outcome match", "Belum ada");
        assertThat(admin.get("/admin/lookups/999999").statusCode()).isEqualTo(404);
        assertThat(page).contains("/admin/blocks?person=" + value("SELECT asker FROM lookup WHERE id = " + id))
                .doesNotContain("Blokir obrolan ini");
    }

    @Test
    void a_lookup_from_a_group_leads_to_blocking_the_group_as_well_as_the_person() throws Exception {
        long id = count("SELECT min(id) FROM lookup WHERE outcome = 'match'");
        String key = value("SELECT message_key FROM lookup WHERE id = " + id);
        String own = value("SELECT order_key FROM work WHERE queue = 'inbox' AND dedup_key = '" + key + "'");
        String group = "0123456789abcdef0123456789abcdef";
        String move = "UPDATE work SET order_key = ? WHERE queue = 'inbox' AND dedup_key = ?";
        app.bean(Database.class).write().sql(move).params(group, key).update();
        try {
            assertThat(admin.get("/admin/lookups/" + id).body())
                    .contains("/admin/blocks?person=" + group + "\">Blokir obrolan ini<", "Blokir orang ini");
            assertThat(admin.get("/admin/blocks?person=" + group).body()).contains("value=\"" + group + "\"");
        } finally {
            app.bean(Database.class).write().sql(move).params(own, key).update();
        }
    }

    @Test
    void without_its_words_a_lookup_says_that_it_cannot_be_explained() throws Exception {
        new ChatClient(app).write("Kabar yang segera dilupakan");
        await().atMost(SOON).until(() -> count("SELECT count(*) FROM question") == 4);
        app.bean(Database.class).write().sql("DELETE FROM question WHERE at = (SELECT max(at) FROM question)").update();
        long id = count("SELECT max(id) FROM lookup");
        assertThat(admin.get("/admin/lookups/" + id).body()).contains("tidak bisa dijelaskan lagi")
                .doesNotContain("Pengaman");
        app.bean(Database.class).write().sql("DELETE FROM lookup WHERE id = ?").param(id).update();
    }

    @Test
    void where_no_words_are_kept_none_are_shown_searched_or_written_to_a_file(@TempDir Path other) throws Exception {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.put("saring.retention.message-texts", "0d");
        try (RunningApp silent = RunningApp.start(0, other, settings, Saring.class)) {
            new ChatClient(silent).write(UNKNOWN);
            JdbcClient store = silent.bean(Database.class).read();
            await().atMost(SOON).until(() ->
                    store.sql("SELECT count(*) FROM delivery").query(Long.class).single() == 1);
            assertThat(store.sql("SELECT count(*) FROM question").query(Long.class).single()).isZero();
            // Left of the time before the setting was changed.
            String key = store.sql("SELECT message_key FROM lookup").query(String.class).single();
            Pseudonym asker = new Pseudonym(store.sql("SELECT asker FROM lookup").query(String.class).single());
            silent.bean(Questions.class).add(new Question(
                    new QuestionKey(key.substring(key.indexOf(':') + 1)),
                    new Question.Asker(Channel.WEB, asker, asker),
                    Language.ID, "NONE", UNKNOWN, Instant.now()));
            StaffClient reader = StaffClient.admin(silent);
            String page = reader.get("/admin").body();
            assertThat(rows(page)).isEqualTo(1);
            assertThat(page).doesNotContain("Suramadu", "name=\"q\"");
            assertThat(rows(reader.get("/admin?q=suramadu").body())).isZero();
            assertThat(reader.get("/admin/lookups/1").body()).contains("Belum ada").doesNotContain("Suramadu");
            assertThat(reader.get("/admin/lookups.csv").body()).contains("not_found").doesNotContain("Suramadu");
            assertThat(reader.get("/admin/lookups.csv?q=suramadu").body()).doesNotContain("not_found");
        }
    }

    @Test
    void what_is_asked_without_a_chat_stands_in_the_log_by_its_door_and_without_its_words() throws Exception {
        long kept = count("SELECT count(*) FROM question");
        ask("/cek", "application/x-www-form-urlencoded", "text=bawang+rahasia");
        ask("/widget", "application/x-www-form-urlencoded", "text=" + "a".repeat(20_001));
        String trace = ask("/api/v1/check", "application/json", "{\"text\": \"" + CLAIM + "\"}")
                .headers().firstValue("X-Trace-Id").orElseThrow();
        ask("/mcp", "application/json", """
                {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
                 "params": {"name": "search_claims", "arguments": {"text": "%s"}}}""".formatted(UNKNOWN));
        app.bean(CheckLog.class).write();

        assertThat(log("channel=page")).contains("Halaman web tanpa obrolan", "Langsung di tempat");
        assertThat(log("channel=widget")).contains("Terlalu panjang");
        assertThat(log("channel=mcp")).contains("Belum ada");
        String api = log("channel=api&outcome=match&claim=" + claim.id() + "&trace=" + trace);
        assertThat(rows(api)).isEqualTo(1);
        assertThat(api).doesNotContain(CLAIM);
        assertThat(admin.get("/admin/lookups/" + count("SELECT id FROM lookup WHERE channel = 'API'")).body())
                .contains("Dijawab langsung di tempat", "Tidak dikenal", "tidak disimpan");
        assertThat(count("SELECT count(*) FROM lookup WHERE asker = ''")).isEqualTo(4);
        assertThat(count("SELECT count(*) FROM question")).isEqualTo(kept);
        app.bean(Database.class).write().sql("DELETE FROM lookup WHERE asker = ''").update();
    }

    private static HttpResponse<String> ask(String path, String type, String body) throws Exception {
        return new StaffClient(app).send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", type)
                .header("Accept", "application/json, text/event-stream, text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void the_file_has_what_was_filtered_without_words_and_is_recorded() throws Exception {
        HttpResponse<String> file = admin.get("/admin/lookups.csv?outcome=not_found&q=Suramadu");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body().lines()).hasSize(2).first().asString().startsWith("time,id,trace,channel,asker");
        assertThat(file.body()).contains("not_found", "WEB", "SENT").doesNotContain("Suramadu");
        Act act = last("lookup.export");
        assertThat(act.after()).contains("not_found").doesNotContain("Suramadu");
    }

    @Test
    void a_moderator_and_a_stranger_see_none_of_it_and_the_refusal_is_recorded() throws Exception {
        String link = admin.submit("/moderation/accounts", "/moderation/accounts",
                Map.of("name", "siti", "role", "MODERATOR")).body();
        String path = "/moderation/invitation/" + between(link, "/moderation/invitation/", "<").strip();
        StaffClient siti = new StaffClient(app);
        String password = "gajah-terbang-biru";
        siti.submit(path, path, Map.of("password", password, "again", password));
        siti.signIn("siti", password);
        assertThat(siti.get("/moderation").statusCode()).isEqualTo(200);
        for (String page : List.of("/admin", "/admin/lookups/1", "/admin/lookups.csv", "/admin/acts",
                "/admin/acts/1")) {
            assertThat(siti.get(page).statusCode()).as(page).isEqualTo(403);
            assertThat(new StaffClient(app).get(page).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(siti.get("/admin").statusCode()).isEqualTo(403);
        List<Act> refused = app.bean(Acts.class)
                .before(Long.MAX_VALUE, new ActFilter("siti", "account.forbid", null, null, null), 10);
        assertThat(refused).hasSize(5).last().satisfies(act -> assertThat(act.after()).contains("GET /admin", "role"));
    }

    @Test
    void a_token_that_is_none_is_recorded_as_refused() throws Exception {
        var request = HttpRequest.newBuilder(app.uri("/api/v1/claims")).header("Authorization", "Bearer saring_x");
        assertThat(admin.send(request).statusCode()).isEqualTo(401);
        assertThat(last("token.refuse").after()).contains("GET /api/v1/claims", "unknown");
    }

    @Test
    void the_trail_is_listed_filtered_opened_and_checked() throws Exception {
        Acts acts = app.bean(Acts.class);
        acts.record(Actor.TERMINAL, "claim.edit", "claim:77", Map.of("verdict", "FALSE", "state", "PUBLISHED"),
                Map.of("verdict", "TRUE", "state", "PUBLISHED"));
        String list = admin.get("/admin/acts?subject=claim:77").body();
        assertThat(list).contains("Klaim diubah", "terminal");
        assertThat(rows(list)).isEqualTo(1);
        String one = admin.get("/admin/acts/" + last("claim.edit").id()).body();
        assertThat(one).contains("<del>FALSE</del>", "<ins>TRUE</ins>", "/moderation/claims/77/revisions")
                .doesNotContain("<del>PUBLISHED");
        assertThat(admin.get("/admin/acts").body()).contains("Belum pernah diperiksa");
        admin.submit("/admin/acts", "/admin/acts/verify", Map.of());
        assertThat(admin.get("/admin/acts").body()).contains("Utuh:", "tidak ada yang diubah");
        assertThat(last("audit.verify").after()).contains("\"sound\":true");
        assertThat(admin.get("/admin/acts/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void the_trail_pages_through_older_acts() throws Exception {
        Acts acts = app.bean(Acts.class);
        for (int i = 0; i < 60; i++) {
            acts.record(Actor.TERMINAL, "test.page", "thing:" + i);
        }
        String first = admin.get("/admin/acts?what=test.page").body();
        assertThat(rows(first)).isEqualTo(50);
        String older = between(first, "rel=\"next\" href=\"", "\"").replace("&amp;", "&");
        assertThat(rows(admin.get(older).body())).isEqualTo(10);
    }

    @Test
    void the_menu_shows_where_one_is_and_no_other_place() throws Exception {
        assertThat(current("/admin")).containsExactly("/admin");
        assertThat(current("/admin/acts")).containsExactly("/admin/acts");
        assertThat(current("/admin/feeds")).doesNotContain("/admin");
        assertThat(current("/admin/lookups/" + count("SELECT min(id) FROM lookup"))).containsExactly("/admin");
    }

    private static List<String> current(String path) throws Exception {
        return Pattern.compile("<a href=\"([^\"]+)\" aria-current=\"page\"")
                .matcher(admin.get(path).body()).results().map(found -> found.group(1)).toList();
    }

    private static String log(String query) throws Exception {
        HttpResponse<String> answer = admin.get("/admin?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static int rows(String page) {
        return page.split("<tr role=\"row\">", -1).length - 1 - (page.contains("<thead role=") ? 1 : 0);
    }

    private static Act last(String what) {
        return app.bean(Acts.class).before(Long.MAX_VALUE, new ActFilter(null, what, null, null, null), 1).getFirst();
    }

    private static String between(String text, String left, String right) {
        int from = text.indexOf(left) + left.length();
        return text.substring(from, text.indexOf(right, from));
    }

    private static long count(String sql) {
        return app.bean(Database.class).read().sql(sql).query(Long.class).single();
    }

    private static String value(String sql) {
        return app.bean(Database.class).read().sql(sql).query(String.class).single();
    }
}
