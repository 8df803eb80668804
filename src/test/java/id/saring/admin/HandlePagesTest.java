package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.account.Accounts;
import id.saring.account.OwnAccount;
import id.saring.account.Role;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.Block;
import id.saring.chat.Blocks;
import id.saring.chat.ChatAddress;
import id.saring.chat.Gateway;
import id.saring.chat.Maintenance;
import id.saring.chat.Outbox;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.chat.SendResult;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handles as a browser without scripts uses them. */
class HandlePagesTest {
    /** Far from the clock of any machine that builds. */
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    private static final String HANDLES = "/admin/handles";
    private static final String PERSON = "%032x".formatted(77);

    private static RunningApp app;
    private static StaffClient admin;
    private static Path responses;
    private static FakeTelegram telegram;

    /** A channel that takes what it is told to take. */
    static final class FakeTelegram implements Gateway {
        final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
        volatile SendResult next = new SendResult.Sent("1");

        @Override
        public Channel channel() {
            return Channel.TELEGRAM;
        }

        @Override
        public SendResult send(OutgoingMessage message) {
            sent.add(message);
            return next;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithTelegram {
        @Bean
        FakeTelegram fakeTelegram() {
            return new FakeTelegram();
        }
    }

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        responses = dir.resolve("responses");
        try (Stream<Path> files = Files.walk(Path.of("responses"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = responses.resolve(Path.of("responses").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.put("saring.responses.dir", responses.toString());
        settings.put("saring.time-zone", ZONE.getId());
        app = RunningApp.start(0, dir.resolve("data"), settings, Saring.class, WithTelegram.class);
        admin = StaffClient.admin(app);
        telegram = app.bean(FakeTelegram.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_moderator_gets_none_of_it() throws Exception {
        OwnAccount own = app.bean(OwnAccount.class);
        own.accept(app.bean(Accounts.class).invite(Actor.TERMINAL, "sari", Role.MODERATOR), "ayam-jago-biru", "here");
        StaffClient moderator = new StaffClient(app);
        assertThat(moderator.signIn("sari", "ayam-jago-biru").statusCode()).isEqualTo(302);
        for (String path : List.of(HANDLES, "/admin/blocks", "/admin/dead-letters", "/admin/dead-letters/inbox")) {
            assertThat(moderator.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/admin/maintenance", HANDLES + "/backup", "/admin/blocks",
                "/admin/dead-letters/inbox/drop")) {
            assertThat(moderator.submit("/moderation/account", path,
                    Map.of("mode", "PAUSE", "why", "x", "person", PERSON))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(moderator.get("/moderation").body()).doesNotContain(HANDLES);
        assertThat(app.bean(Maintenance.class).now()).isEmpty();
    }

    @Test
    void maintenance_is_begun_shown_to_the_public_and_ended() throws Exception {
        assertThat(admin.get(HANDLES).body()).contains("Mulai pemeliharaan");
        submit(HANDLES, "/admin/maintenance", Map.of("mode", "ANNOUNCEMENT", "ends", "2020-01-01T10:00"),
                "maintenance_end");
        assertThat(app.bean(Maintenance.class).now()).isEmpty();
        submit(HANDLES, "/admin/maintenance", Map.of("mode", "ANNOUNCEMENT", "english", "Back <soon>"),
                "maintenance_on");
        assertThat(admin.get("/?lang=id").body()).contains("Layanan sedang kami rawat. Jawaban mungkin");
        for (String page : List.of("/", "/klaim", claimPage(), "/feeds", "/api", "/widget", "/tidak-ada")) {
            assertThat(admin.get(page + "?lang=en").body()).as(page).contains("Back &lt;soon&gt;");
        }
        admin.get("/?lang=id");
        assertThat(admin.get(HANDLES).body()).contains("Pengumuman tampil di semua halaman publik sejak");
        submit(HANDLES, "/admin/maintenance", Map.of("mode", "PAUSE", "ends", "2999-01-01T10:00"), "maintenance_on");
        assertThat(app.bean(Maintenance.class).now().orElseThrow().ends())
                .isEqualTo(LocalDateTime.of(2999, 1, 1, 10, 0).atZone(ZONE).toInstant());
        assertThat(admin.get(HANDLES).body()).as("shown by the same clock").contains("10.00");
        assertThat(app.bean(Maintenance.class).paused()).isTrue();
        submit(HANDLES, "/admin/maintenance/end", Map.of(), "maintenance_off");
        for (String page : List.of("/", claimPage(), "/widget")) {
            assertThat(admin.get(page).body()).as(page).doesNotContain("public-notice");
        }
        assertThat(act("maintenance.begin").before()).contains("ANNOUNCEMENT");
        assertThat(act("maintenance.begin").after()).contains("PAUSE");
        assertThat(act("maintenance.end").actor().name()).isEqualTo("admin");
    }

    /** Which is kept once it is made. */
    private static String claimPage() {
        Claims claims = app.bean(Claims.class);
        ClaimContent content = new ClaimContent(
                Language.ID, "Telur palsu dari plastik", null, Verdict.FALSE, null, null, "Tidak ada.", List.of(),
                List.of(), List.of(), null, null, null);
        claims.saveAll(List.of(new Claims.Row("telur", content, ClaimState.PUBLISHED)));
        return "/klaim/" + claims.findByKey("telur").orElseThrow().id();
    }

    @Test
    void somebody_is_blocked_by_their_code_and_let_in_again() throws Exception {
        String page = admin.get("/admin/blocks?person=" + PERSON).body();
        assertThat(page).contains("value=\"" + PERSON + "\"");
        LocalDate last = LocalDate.now(ZONE).plusDays(3);
        String until = last.toString();
        assertThat(admin.submit("/admin/blocks", "/admin/blocks", Map.of("person", "0812345678")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> past = admin.submit(
                "/admin/blocks", "/admin/blocks",
                Map.of("person", PERSON, "until", "2020-01-01", "note", "tetap di sini"));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("Tanggalnya harus", "tetap di sini");
        submit("/admin/blocks", "/admin/blocks",
                Map.of("person", PERSON, "cause", "ABUSE", "until", until, "note", "<b>kasar</b>"), "blocked");
        Block block = app.bean(Blocks.class).find(new Pseudonym(PERSON)).orElseThrow();
        assertThat(block.by()).isEqualTo("admin");
        assertThat(block.ends()).isEqualTo(last.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(block.cause()).isEqualTo(Block.Cause.ABUSE);
        assertThat(admin.get("/admin/blocks").body())
                .contains("&lt;b&gt;kasar", "Kasar atau mengancam", "belum dikabari");
        assertThat(act("block.put").after()).contains("ABUSE").doesNotContain("kasar");
        submit("/admin/blocks", "/admin/blocks/" + PERSON + "/lift", Map.of(), "block_lifted");
        assertThat(app.bean(Blocks.class).all()).isEmpty();
        assertThat(act("block.lift").before()).contains("ABUSE");
        assertThat(act("block.lift").subject()).isEqualTo("person:" + PERSON);
    }

    @Test
    void dead_letters_are_read_retried_and_dropped() throws Exception {
        telegram.next = new SendResult.Refused("Bad Request: <nonsense>");
        send("a", "Jawaban pertama");
        send("b", "Jawaban kedua");
        await().until(() -> admin.get("/admin/dead-letters").body().contains("2 surat"));
        String list = admin.get("/admin/dead-letters").body();
        assertThat(list).contains("Pesan keluar ke Telegram", "Bad Request: &lt;nonsense&gt;").doesNotContain("4242");
        long id = app.bean(Database.class)
                .read()
                .sql("SELECT max(id) FROM work WHERE state = 'DEAD'")
                .query(Long.class)
                .single();
        assertThat(admin.get("/admin/dead-letters/outbox-telegram?reason=other").body()).contains("Tidak ada");
        String letter = "/admin/dead-letters/outbox-telegram/" + id;
        assertThat(admin.get("/admin/dead-letters/outbox-telegram").body()).contains(letter);
        assertThat(admin.get(letter).body()).contains("Jawaban kedua").doesNotContain("4242")
                .containsPattern("/admin/blocks\\?person=[0-9a-f]{32}\">Blokir obrolan ini<");
        assertThat(act("dead_letter.read").subject()).isEqualTo("letter:outbox-telegram/" + id);
        submit(letter, letter + "/drop", Map.of("why", " "), "letters_why");
        submit(letter, letter + "/drop", Map.of("why", "Sudah basi"), "letter_dropped");
        assertThat(act("dead_letter.drop").after()).contains("Sudah basi");
        assertThat(admin.get(letter).statusCode()).isEqualTo(404);
        telegram.next = new SendResult.Sent("2");
        String reason = "Refused: Bad Request: <nonsense>";
        submit("/admin/dead-letters", "/admin/dead-letters/outbox-telegram/retry", Map.of("reason", reason),
                "letters_retried");
        await().until(() -> telegram.sent.stream().filter(m -> m.text().plainText().equals("Jawaban pertama"))
                .count() == 2);
        assertThat(act("dead_letter.retry").subject()).isEqualTo("queue:outbox-telegram");
        await().until(() -> admin.get("/admin/dead-letters").body().contains("Semuanya sampai"));
        assertThat(admin.get("/admin/dead-letters/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void a_backup_is_made_and_listed() throws Exception {
        submit(HANDLES, HANDLES + "/backup", Map.of(), "backup_run");
        await().until(() -> admin.get(HANDLES).body().contains("<code>saring-"));
        assertThat(act("backup.write").after()).contains("bytes");
        assertThat(admin.get(HANDLES).body()).contains("Cadangan berkala mati", " MB");
    }

    @Test
    void retention_says_what_it_did_and_the_index_is_made_anew() throws Exception {
        submit(HANDLES, HANDLES + "/retention", Map.of(), "retention_run");
        await().until(() -> admin.get(HANDLES).body().contains("terhapus 0 teks pesan"));
        submit(HANDLES, HANDLES + "/index", Map.of(), "index_ordered");
        await().until(() -> admin.get(HANDLES).body().contains("Terakhir dibuat ulang"));
        assertThat(act("index.rebuild").actor().name()).isEqualTo("admin");
        assertThat(act("retention.run").after()).contains("messageTexts");
    }

    @Test
    void a_broken_text_is_named_with_its_line_and_the_old_ones_stay() throws Exception {
        Path help = responses.resolve("id/help.txt");
        String right = Files.readString(help);
        Files.writeString(help, "Satu\nDua\nTiga {{nama}}\n");
        HttpResponse<String> refused = admin.submit(HANDLES, HANDLES + "/responses", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("responses/id/help.txt has an unknown placeholder {{nama}} (line 3)",
                "kalimat lama tetap dipakai");
        assertThat(act("responses.refuse").after()).contains("id/help.txt");
        Files.writeString(help, "Satu\n*Dua\n");
        assertThat(admin.submit(HANDLES, HANDLES + "/responses", Map.of()).body()).contains("(line 2)");
        Files.writeString(help, right);
        submit(HANDLES, HANDLES + "/responses", Map.of(), "responses_read");
        assertThat(act("responses.reload").actor().name()).isEqualTo("admin");
    }

    @Test
    void a_test_message_goes_to_the_chat_named_and_its_address_is_kept_nowhere() throws Exception {
        telegram.next = new SendResult.Sent("9");
        submit(HANDLES, HANDLES + "/test", Map.of("channel", "TELEGRAM", "chat", " 987654321012 "), "test_sent");
        OutgoingMessage sent = telegram.sent.getLast();
        assertThat(sent.to()).isEqualTo(new ChatAddress(Channel.TELEGRAM, "987654321012"));
        assertThat(sent.text().plainText()).contains("pesan uji");
        telegram.next = new SendResult.Unreachable("Forbidden: bot was blocked by the user");
        submit(HANDLES, HANDLES + "/test", Map.of("channel", "TELEGRAM", "chat", "987654321012"), "test_unreachable");
        assertThat(admin.get(HANDLES).body()).contains("mungkin botnya diblokir", "Forbidden: bot was blocked")
                .doesNotContain("987654321012");
        assertThat(act("channel.test").after()).contains("unreachable");
        assertThat(admin.submit(HANDLES, HANDLES + "/test", Map.of("channel", "WEB", "chat", "1")).statusCode())
                .isEqualTo(404);
        try (Stream<Path> files = Files.walk(responses.getParent().resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> f.getFileName().toString().startsWith("saring.db")).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("987654321012");
            }
        }
    }

    /** What a form of {@code page} does, and that it leads on to {@code notice}, whose words are shown. */
    private static void submit(String page, String path, Map<String, String> fields, String notice) throws Exception {
        HttpResponse<String> answer = admin.submit(page, path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String next = answer.headers().firstValue("Location").orElseThrow();
        assertThat(next).endsWith("notice=" + notice);
        String shown = admin.get(next.replaceFirst("^https?://[^/]+", "")).body();
        assertThat(shown).contains("<p class=\"good\">");
    }

    private static void send(String key, String text) {
        app.bean(Outbox.class).send(key + Instant.now(), List.of(new OutgoingMessage(
                new ChatAddress(Channel.TELEGRAM, "4242"), Language.ID, RichText.plain(text), List.of(), null,
                null, null)));
    }

    private static Act act(String what) {
        return app.bean(Acts.class).list(new ActFilter(null, what, null, null, null), 0, 1).items().getFirst();
    }
}
