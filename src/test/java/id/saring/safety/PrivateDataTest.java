package id.saring.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.StaffClient;
import id.saring.core.Channel;
import id.saring.db.Backup;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.safety.Endpoints.Endpoint;
import id.saring.telegram.Fault;
import id.saring.telegram.TelegramPerson;
import id.saring.telegram.TelegramServer;
import id.saring.whatsapp.WhatsAppPerson;
import id.saring.whatsapp.WhatsAppServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Marked names, numbers, addresses, words, tokens and secrets go through every path there is, also those that fail;
 * then everything that is put out or kept is searched for them: logs, metrics, pages, tables of either database, files,
 * and a backup made at the end.
 */
@ExtendWith(OutputCaptureExtension.class)
@OneTry
class PrivateDataTest {
    private static final String NAME = "Namarahasia7f3";
    private static final String PHONE = "6281777000111";
    private static final String USER_ID = "ID.13499998888777766";
    private static final long CHAT = 770011223344L;
    private static final String WORDS = "kalimatrahasia7f3";
    private static final String EMAIL = "surel.rahasia7f3@contoh.example";
    private static final String PASSWORD = "sandirahasia7f3";
    private static final String BEARER = "saring_tokenrahasia7f3";
    private static final String ADDRESS = "203.0.113.77";
    private static final String SECRET = "kuncirahasia7f3-0123456789abcdef";

    /** Words that their sender asked us to check: moderators are to read them. */
    private static final String FOR_CHECKING = "periksarahasia7f3";

    private static final String ASKED = "Kata tetangga, " + WORDS + " dibagikan gratis di " + EMAIL + " besok pagi";
    private static final String TO_CHECK = "Benarkah jembatan " + FOR_CHECKING + " akan ditutup selama sebulan penuh?";

    private final TestStore store = TestStore.postgres();
    private final Map<String, String> found = new TreeMap<>();
    private final List<String> cookies = new ArrayList<>();

    /** Either form of the log, each over another database, so that nothing is driven twice. */
    @ParameterizedTest
    @CsvSource({"text, false", "json, true"})
    void nothing_private_is_found_in_what_is_put_out_or_kept(
            String format, boolean postgres, @TempDir Path dataDir, CapturedOutput output) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SARING_LOG_FORMAT", format,
                "logging.level.root", "info",
                "logging.level.id.saring", "debug",
                "saring.secret", SECRET,
                "saring.chat.inbox.attempts", "2",
                "saring.chat.inbox.first-retry", "50ms",
                "saring.chat.outbox.first-retry", "50ms"));
        if (postgres) {
            store.beforeEach(null);
            settings.put("saring.database.url", store.settings().url());
            settings.put("saring.database.user", store.settings().user());
            settings.put("saring.database.password", store.settings().password());
        }
        Path backup = dataDir.resolve("a.backup");
        try (WholeApp whole = new WholeApp(dataDir, settings)) {
            TelegramPerson budi = whole.telegram.person(CHAT);
            WhatsAppPerson siti = whole.whatsapp.person(PHONE, USER_ID);
            askOnPlatforms(budi, siti);
            askOnTheSite(whole);
            failOnPlatforms(whole, budi, siti);
            breakTheStore(whole, budi);

            searchPages(whole);
            searchStore(whole.app.bean(Database.class));
            budi.says("satu pertanyaan lagi");
            siti.says("satu pertanyaan lagi");
            assertThat(post(whole, "/chat/messages", "application/json", json("satu pertanyaan lagi")).statusCode())
                    .isEqualTo(202);
            for (Channel channel : Channel.values()) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertOneTrace(output.getAll(), format, channel));
            }
            assertOneTraceOfTheApi(whole);
            new Backup(backup).write(whole.app.bean(Database.class));
        } finally {
            if (postgres) {
                store.afterEach(null);
            }
        }
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1))
                .as("what moderators may read is found in a backup, so the rest would be").contains(FOR_CHECKING);
        searchFiles(dataDir);
        search("the log", output.getAll(), false);
        assertThat(found).isEmpty();
        assertThat(output.getAll()).as("the failures were driven").contains("failed, again in", "Dead letter");
    }

    private static void askOnPlatforms(TelegramPerson budi, WhatsAppPerson siti) {
        budi.says(ASKED);
        budi.forwards(TO_CHECK);
        budi.reads(2);
        budi.presses("Minta diperiksa");
        budi.reads(3);
        budi.speaks();
        budi.reads(4);
        siti.says(ASKED);
        siti.reads(1);
        siti.forwards(TO_CHECK + " Kirim ke " + FOR_CHECKING, true);
        siti.reads(2);
        siti.presses("Minta diperiksa");
        siti.reads(3);
    }

    private void askOnTheSite(WholeApp whole) throws Exception {
        String json = json(ASKED);
        HttpResponse<String> chat = post(whole, "/chat/messages", "application/json", json);
        assertThat(chat.statusCode()).isEqualTo(202);
        chat.headers().allValues("Set-Cookie").forEach(cookie -> cookies.add(cookie.split("[=;]")[1]));
        assertThat(post(whole, "/api/v1/check", "application/json", json).headers().firstValue("X-Trace-Id"))
                .isPresent();
        for (String broken : List.of(json + "}", "{\"text\":\"" + WORDS, "[\"" + WORDS + "\"]", "{\"text\":{\"" + WORDS
                + "\":1}}")) {
            post(whole, "/api/v1/check", "application/json", broken);
            post(whole, "/chat/messages", "application/json", broken);
            post(whole, "/mcp", "application/json", broken);
            post(whole, "/webhooks/telegram", "application/json", broken);
            post(whole, "/webhooks/whatsapp", "application/json", broken);
        }
        String form = "text=" + WORDS + "&" + WORDS + "=%zz";
        post(whole, "/cek", "application/x-www-form-urlencoded", form);
        post(whole, "/cek", "application/x-www-form-urlencoded", "text=" + WORDS);
        post(whole, "/widget", "application/x-www-form-urlencoded", "text=" + WORDS);
        post(whole, "/mcp", "application/json", """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_claims","arguments":{"text":"%s"}}}"""
                .formatted(ASKED.replace("\"", "")));
        for (String path : List.of("/v1alpha1/claims:search?query=", "/klaim?q=", "/api/v1/verdicts?q=", "/",
                "/tidak/")) {
            get(whole, path + WORDS);
            get(whole, path + WORDS + "%zz&x=%FF");
        }
        StaffClient guesser = new StaffClient(whole.app);
        guesser.signIn(EMAIL, PASSWORD);
        guesser.signIn(StaffClient.NAME, PASSWORD);
        whole.moderator().get("/moderation/invitation/" + BEARER);
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "text", text));
    }

    private static HttpResponse<String> post(WholeApp whole, String path, String type, String body) throws Exception {
        return new StaffClient(whole.app)
                .send(marked(whole, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static void get(WholeApp whole, String path) throws Exception {
        RawHttp http = new RawHttp(whole.app.port());
        http.send(new Request("GET", path).header("X-Forwarded-For", ADDRESS).header("User-Agent", NAME).bytes());
        http.send(new Request("GET", path).header("Authorization", "Bearer " + BEARER).bytes());
    }

    private static HttpRequest.Builder marked(WholeApp whole, String path) {
        return HttpRequest.newBuilder(whole.app.uri(path))
                .header("X-Forwarded-For", ADDRESS)
                .header("User-Agent", NAME)
                .header("Accept", "application/json, text/event-stream")
                .header("Referer", "https://contoh.example/" + WORDS);
    }

    private static void failOnPlatforms(WholeApp whole, TelegramPerson budi, WhatsAppPerson siti) throws Exception {
        String update = """
                {"update_id":900%d,"message":{"message_id":90%d,"date":%d,"text":"%s","chat":{"id":%d,"type":"private","first_name":"%s"},
                "from":{"id":%d,"is_bot":false,"first_name":"%s","username":"%s"},"contact":{"phone_number":"%s","first_name":"%s"}}}""";
        for (int i = 1; i <= 2; i++) {
            // A chat that the stand-in does not know, so that the answer is refused; and a body that breaks off.
            String body = update.formatted(
                    i, i, System.currentTimeMillis() / 1000, ASKED, CHAT + i, NAME, CHAT + i, NAME, NAME, PHONE, NAME);
            for (String sent : List.of(body, body.substring(0, 200))) {
                new StaffClient(whole.app).send(marked(whole, "/webhooks/telegram")
                        .header("X-Telegram-Bot-Api-Secret-Token", WholeApp.TELEGRAM_SECRET)
                        .POST(BodyPublishers.ofString(sent)));
            }
        }
        whole.telegram.fail(
                "sendMessage",
                new Fault.Answer(500, "{\"ok\":false,\"error_code\":500,\"description\":\"" + NAME + " "
                + PHONE + "\"}"),
                new Fault.Answer(200, "surprise " + WORDS),
                new Fault.Answer(502, "<html>" + WORDS + "</html>"),
                new Fault.Cut(false),
                new Fault.Answer(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + CHAT + " "
                + WORDS + "\"}"));
        // Each failure makes a chat wait four times as long: two of them are through all five within seconds.
        budi.says(ASKED + " lagi");
        whole.telegram.person(CHAT + 9).says(ASKED + " lagi");
        ConcurrentLinkedQueue<WhatsAppServer.Fault> faults = new ConcurrentLinkedQueue<>(List.of(
                new WhatsAppServer.Fault.Answer(500, "{\"error\":{\"message\":\"" + PHONE + " " + WORDS
                + "\",\"code\":2}}"),
                new WhatsAppServer.Fault.Answer(200, "surprise " + PHONE),
                new WhatsAppServer.Fault.Cut(false),
                new WhatsAppServer.Fault.Answer(
                        400, "{\"error\":{\"message\":\"About " + PHONE
                        + "\",\"code\":100,\"error_data\":{\"details\":\"" + NAME + "\"}}}")));
        whole.whatsapp.suffer(faults::poll);
        siti.says(ASKED + " lagi");
        await().atMost(Duration.ofSeconds(30)).until(faults::isEmpty);
        await().atMost(Duration.ofSeconds(30)).until(() -> whole.app.bean(Database.class)
                        .read()
                        .sql("SELECT count(*) FROM work WHERE state = 'DEAD'")
                        .query(Long.class)
                        .single()
                >= 2);
        whole.telegram.fail("sendMessage", Fault.error(403, "Forbidden: bot was blocked by " + NAME));
        whole.telegram.person(CHAT + 5).says(ASKED);
    }

    /** Every question fails in the middle, is tried again and given up. */
    private static void breakTheStore(WholeApp whole, TelegramPerson budi) {
        Database database = whole.app.bean(Database.class);
        database.write().sql("ALTER TABLE lookup RENAME TO lookup_away").update();
        budi.says(ASKED + " sekali lagi");
        await().atMost(Duration.ofSeconds(30)).until(() -> database.read()
                        .sql("SELECT count(*) FROM work WHERE queue = 'inbox' AND state = 'DEAD'")
                        .query(Long.class)
                        .single()
                >= 1);
        database.write().sql("ALTER TABLE lookup_away RENAME TO lookup").update();
    }

    private void searchPages(WholeApp whole) throws Exception {
        StaffClient admin = whole.admin();
        search("/actuator/prometheus", admin.get("/actuator/prometheus").body(), false);
        search("an error page", new StaffClient(whole.app).get("/tidak-ada").body(), false);
        for (StaffClient reader : List.of(whole.moderator(), new StaffClient(whole.app))) {
            for (Endpoint door : Endpoints.of(whole.app)) {
                if (door.reads() && !door.path().startsWith("/webjars")) {
                    search(door.path(), reader.get(door.path()).body(), door.under("/moderation/queue"));
                }
            }
        }
    }

    private void searchStore(Database database) {
        List<String> tables = database.read()
                .sql(database.dialect().shared()
                        ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .query(String.class)
                .list();
        assertThat(tables).contains("work", "lookup", "web_message", "question", "act");
        for (String table : tables) {
            List<Map<String, Object>> rows = database.read().sql("SELECT * FROM " + table).query().listOfRows();
            for (Map<String, Object> row : rows) {
                row.forEach((column, value) -> search(
                        table + "." + column,
                        value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : String.valueOf(value),
                        (table + "." + column).equals("case_variant.text")));
            }
        }
    }

    /** What lies on disk, byte for byte, with what the store has not thrown away yet. */
    private void searchFiles(Path dataDir) throws IOException {
        try (Stream<Path> files = Files.walk(dataDir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1), true);
            }
        }
    }

    private void search(String where, String text, boolean forModerators) {
        Map<String, String> marks = new HashMap<>(Map.of(
                "name", NAME, "phone", PHONE, "WhatsApp id", USER_ID, "Telegram id", Long.toString(CHAT)
                .substring(0, 11),
                "words", WORDS, "e-mail", EMAIL, "password", PASSWORD, "token of ours", BEARER, "address", ADDRESS));
        marks.put("secret", SECRET);
        marks.put("Telegram's token", TelegramServer.TOKEN);
        marks.put("Telegram's secret", WholeApp.TELEGRAM_SECRET);
        marks.put("WhatsApp's token", WhatsAppServer.TOKEN);
        marks.put("WhatsApp's app secret", WhatsAppServer.APP_SECRET);
        marks.put("WhatsApp's verify token", WhatsAppServer.VERIFY_TOKEN);
        marks.put("admin's password", StaffClient.PASSWORD);
        marks.put("moderator's password", WholeApp.MODERATOR_PASSWORD);
        for (String cookie : cookies) {
            marks.put("cookie of a chat", cookie);
        }
        if (!forModerators) {
            marks.put("words to check", FOR_CHECKING);
        }
        marks.forEach((what, mark) -> {
            int at = text.indexOf(mark);
            if (at >= 0) {
                found.put(what + " in " + where,
                        text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 100)));
            }
        });
    }

    /** The same id marks the receipt of a message, what was decided and what the platform said of the answer. */
    private static void assertOneTrace(String log, String format, Channel channel) {
        String received = "Received from " + channel;
        List<String> traces = new ArrayList<>();
        for (String line : log.split("\n")) {
            if (line.contains(received)) {
                traces.add(trace(line, format));
            }
        }
        assertThat(traces).isNotEmpty();
        String last = traces.getLast();
        List<String> lines = Stream.of(log.split("\n")).filter(line -> line.contains(last)).toList();
        assertThat(lines).anyMatch(line -> line.contains(received));
        assertThat(lines).anyMatch(line -> line.contains("Decided on work"));
        assertThat(lines).anyMatch(line -> line.contains(channel + " said of work") && line.contains(": Sent"));
        assertThat(lines).allMatch(line -> trace(line, format).equals(last));
    }

    /** What is answered on the spot is recorded under the id that its answer bore. */
    private static void assertOneTraceOfTheApi(WholeApp whole) throws Exception {
        String trace = post(whole, "/api/v1/check", "application/json", json("satu pertanyaan lagi"))
                .headers()
                .firstValue("X-Trace-Id")
                .orElseThrow();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(whole.app.bean(Database.class)
                        .read()
                        .sql("SELECT channel FROM lookup WHERE trace_id = ?")
                        .param(trace)
                        .query(String.class)
                        .list())
                .containsExactly("API"));
    }

    private static String trace(String line, String format) {
        if (format.equals("json")) {
            JsonNode json = JsonMapper.shared().readTree(line);
            return json.path("trace").path("id").asString(json.path("trace.id").asString(""));
        }
        Matcher found = Pattern.compile("\\[([0-9a-f]{32})]").matcher(line);
        return found.find() ? found.group(1) : "";
    }
}
