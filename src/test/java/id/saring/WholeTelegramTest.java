package id.saring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.telegram.BotMessage;
import id.saring.telegram.TelegramPerson;
import id.saring.telegram.TelegramServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people on Telegram get from a fresh installation with its sample claims, its own words and nothing left out. */
class WholeTelegramTest {
    private static final String PARACETAMOL = """
            ⚠️ *PENTING* ⚠️
            Kalau ada parasetamol baru yang tulisannya P/500, warnanya putih mengilap, JANGAN diminum.
            Obat itu mengandung virus Machupo yang mematikan. Sebarkan ke keluarga 🙏""";
    private static final String VACCINE = "Vaksin anak adalah penyebab autisme";
    private static final String EGGS = "Telur ayam palsu dari plastik buatan Tiongkok beredar di pasar";
    private static final String TSUNAMI = "Tsunami setinggi 57 meter akan menerjang Pandeglang";
    private static final String MONEY = "Bank Indonesia sudah mengedarkan uang pecahan Rp200.000";

    @TempDir
    static Path data;

    private static TelegramServer server;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        server = TelegramServer.start();
        app = startApp();
    }

    @AfterAll
    static void stop() {
        app.close();
        server.close();
    }

    @Test
    void a_forwarded_hoax_is_answered_in_one_message_with_verdict_claim_and_sources() {
        TelegramPerson siti = server.person(1);
        siti.says("/start");
        assertThat(siti.reads(1).text()).startsWith("Halo!").contains("Teruskan saja ke sini");
        assertThat(siti.reads(1).rows()).containsExactly(List.of("Terbaru", "English"));

        int question = siti.forwards(PARACETAMOL);
        BotMessage answer = siti.reads(2);
        String factCheck = "https://turnbackhoax.id/2020/02/14/salah-ditemukan-virus-machupo-dalam-paracetamol/";
        assertThat(answer.text())
                .startsWith("❌ SALAH\n")
                .contains("“Parasetamol baru bertuliskan P/500 yang putih mengilap mengandung virus Machupo")
                .contains("Sebaiknya jangan diteruskan, ya.");
        assertThat(answer.links("Pemeriksaan pesan virus Machupo di parasetamol (2020)", factCheck)).isTrue();
        assertThat(answer.previewUrl()).isEqualTo(factCheck);
        assertThat(answer.replyTo()).isEqualTo(question);
        assertThat(answer.rows()).containsExactly(List.of("👍 Membantu", "Bukan ini"));

        presses(siti, "👍 Membantu");
        assertThat(siti.reads(3).text()).startsWith("Terima kasih!");
        assertThat(siti.received()).hasSize(3);
    }

    @Test
    void who_says_that_it_is_another_claim_is_offered_the_next_and_told_the_one_they_choose() {
        TelegramPerson siti = server.person(2);
        siti.forwards(PARACETAMOL);
        siti.reads(1);
        presses(siti, "Bukan ini");
        BotMessage next = siti.reads(2);
        assertThat(next.text()).startsWith("Maaf, belum pas, ya.").doesNotContain("Parasetamol baru bertuliskan");
        assertThat(next.rows().getLast()).containsExactly("Tidak ada yang pas");

        presses(siti, next.rows().getFirst().getFirst());
        assertThat(siti.reads(3).text()).contains("Klaim yang sudah diperiksa:\n“" + listed(next, 1));
        assertThat(siti.reads(3).previewUrl()).startsWith("http");
    }

    @Test
    void a_keyword_is_answered_with_a_list_from_which_a_number_chooses() {
        TelegramPerson siti = server.person(3);
        siti.says("gempa");
        BotMessage list = siti.reads(1);
        assertThat(list.text()).startsWith("Ini yang sudah diperiksa tentang hal itu:").containsIgnoringCase("gempa");
        assertThat(list.rows()).hasSizeGreaterThan(2).last().isEqualTo(List.of("Minta diperiksa"));

        int number = siti.says("2");
        assertThat(siti.reads(2).text()).contains("Klaim yang sudah diperiksa:\n“" + listed(list, 2));
        assertThat(siti.reads(2).replyTo()).isEqualTo(number);
    }

    @Test
    void commands_check_change_the_language_and_show_the_latest_checks() {
        TelegramPerson siti = server.person(4);
        siti.says("/cek " + EGGS);
        assertThat(siti.reads(1).text()).startsWith("❌ SALAH\n").contains("“" + EGGS);
        siti.says("/bahasa en");
        assertThat(siti.reads(2).text()).contains("answer in English from now on");
        siti.says(EGGS);
        assertThat(siti.reads(3).text()).startsWith("❌ FALSE\n").contains("“" + EGGS).contains("\nSources:\n");
        assertThat(siti.reads(3).rows()).containsExactly(List.of("👍 Helpful", "Not this one"));
        siti.says("/terbaru");
        assertThat(siti.reads(4).text()).startsWith("Latest checks\n");
        assertThat(siti.reads(4).rows()).hasSize(5);
    }

    @Test
    void a_message_with_another_text_is_checked_again() {
        TelegramPerson siti = server.person(5);
        int question = siti.says(VACCINE);
        assertThat(siti.reads(1).text()).startsWith("❌ SALAH\n").contains("“" + VACCINE);
        siti.edits(question, VACCINE);
        siti.edits(question, TSUNAMI);
        assertThat(siti.reads(2).text()).startsWith("⚠️ MENYESATKAN\n").contains("“" + TSUNAMI);
        assertThat(siti.reads(2).replyTo()).isEqualTo(question);
    }

    @Test
    void pictures_are_checked_by_their_one_caption_and_a_voice_note_is_told_politely() {
        TelegramPerson siti = server.person(6);
        siti.sendsAlbum(MONEY, null, null);
        assertThat(siti.reads(1).text()).startsWith("❌ SALAH\n").contains("“" + MONEY);
        int voice = siti.speaks();
        // Another answer to the pictures would come before this one.
        assertThat(siti.reads(2).replyTo()).isEqualTo(voice);
        assertThat(siti.reads(2).text()).startsWith("Maaf, kami baru bisa membaca tulisan.");
    }

    @Test
    void a_restart_loses_no_question_answers_none_twice_and_keeps_old_buttons_working() {
        TelegramPerson siti = server.person(7);
        int before = siti.forwards(PARACETAMOL);
        siti.reads(1);
        int attempts = server.attempts();
        server.refuses(7, 4);
        int unanswered = siti.says(VACCINE);
        await().atMost(Duration.ofSeconds(20)).until(() -> server.attempts() > attempts);
        app.close();
        assertThat(siti.received()).hasSize(1);
        int meanwhile = siti.says(EGGS);
        String press = siti.presses("Bukan ini");

        app = startApp();
        siti.reads(4);
        assertArrived(press);
        int after = siti.says("/start");
        siti.reads(5);
        assertThat(siti.received()).extracting(BotMessage::replyTo)
                .containsExactlyInAnyOrder(before, unanswered, meanwhile, null, after);
        assertThat(answerTo(siti, unanswered).text()).contains("“" + VACCINE);
        assertThat(answerTo(siti, meanwhile).text()).contains("“" + EGGS);
        assertThat(answerTo(siti, null).text()).startsWith("Maaf, belum pas, ya.");
    }

    private static RunningApp startApp() {
        Map<String, String> telegram = Map.of(
                "saring.telegram.bot-token", TelegramServer.TOKEN, "saring.telegram.api-url", server.url().toString());
        return RunningApp.start(0, data, telegram, Saring.class);
    }

    private static void presses(TelegramPerson person, String label) {
        assertArrived(person.presses(label));
    }

    /** An unanswered press leaves its button spinning. */
    private static void assertArrived(String press) {
        await().atMost(Duration.ofSeconds(20)).until(() -> server.isPressAnswered(press));
    }

    private static BotMessage answerTo(TelegramPerson person, Integer question) {
        return person.received().stream()
                .filter(message -> question == null ? message.replyTo() == null : question.equals(message.replyTo()))
                .findFirst()
                .orElseThrow();
    }

    /** The claim of this number in a list, or as much of it as the list shows. */
    private static String listed(BotMessage list, int number) {
        Matcher row = Pattern.compile("(?m)^" + number + "\\. (?:\\W+[\\p{Lu} ]+: )?(.+?)…?$").matcher(list.text());
        assertThat(row.find()).as(list.text()).isTrue();
        return row.group(1);
    }
}
