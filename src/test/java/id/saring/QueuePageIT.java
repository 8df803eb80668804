package id.saring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message's whole way in real browsers: asked, sent for checking, answered by a moderator, corrected, erased. */
@NeedsChromium
class QueuePageIT {
    private static final String MESSAGE = "Besok jam delapan pagi ada gempa besar di Bandung, kata tetangga dari BMKG";
    private static final String CLAIM = "BMKG meramalkan gempa besar di Bandung";
    private static final String RUMOUR =
            "Sekolah di Kampung Zirkonia libur tiga bulan mulai Senin sebab wabah semut rangrang, kata paman saya";
    private static final String RUMOUR_CLAIM = "Sekolah diliburkan tiga bulan karena wabah semut";

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_message_is_sent_for_checking_answered_corrected_and_erased(Browser browser) {
        try (WatchedPage asker = page(browser, 390); WatchedPage desk = page(browser, 1280)) {
            send(asker.page(), MESSAGE);
            signIn(desk.page());
            String claim = publish(desk.page());

            desk.page().navigate(app.uri("/moderation/queue").toString());
            answer(desk, claim);
            Locator told = asker.page().locator(".bubble.saring.tinted-FALSE");
            assertThat(told).containsText("sudah selesai diperiksa");
            assertThat(told).containsText(CLAIM);
            assertThat(told).hasCount(1);
            asker.keepLooks("queue-follow-up");

            correct(desk.page(), claim);
            Locator correction = asker.page().locator(".bubble.saring.tinted-TRUE");
            assertThat(correction).containsText("Sebelumnya: ❌ SALAH");
            assertThat(correction).hasCount(1);
            asker.keepLooks("queue-correction");

            erase(asker.page());
            asker.keepLooks("queue-erased");
            asker.assertWellBehaved();
            desk.assertWellBehaved();
        }
    }

    @Test
    void a_claim_written_from_a_case_is_told_to_its_asker_and_forgets_their_words_with_them(Browser browser) {
        try (WatchedPage asker = page(browser, 390); WatchedPage desk = page(browser, 1280)) {
            send(asker.page(), RUMOUR);
            Page page = desk.page();
            signIn(page);
            page.locator(".cases a").filter(new Locator.FilterOptions().setHasText("Zirkonia")).first().click();
            page.getByText("Tulis klaim baru").click();
            assertThat(page.locator("#claim")).hasValue(RUMOUR);
            page.locator("#verdict").selectOption("FALSE");
            page.locator("#summary").fill("Dinas pendidikan tidak meliburkan sekolah.");
            assertThat(page.locator(".preview details[open] .sent-TELEGRAM")).containsText("Zirkonia");
            page.locator("button[value=save]").click();
            assertThat(page.locator("#notices .good")).isVisible();
            String claim = page.url();

            page.locator("#claim").fill(RUMOUR_CLAIM);
            page.locator("button[value=publish]").click();
            assertThat(page.locator("#audience")).containsText("Zirkonia");
            page.locator("main button[value=publish]").click();
            assertThat(page.locator(".heading .state-PUBLISHED")).isVisible();
            assertThat(asker.page().locator(".bubble.saring.tinted-FALSE")).containsText(RUMOUR_CLAIM);

            String history = claim.replaceFirst("[?#].*", "") + "/revisions";
            page.navigate(history);
            assertThat(page.locator("#v1")).containsText("Zirkonia");
            erase(asker.page());
            page.navigate(history);
            assertThat(page.locator("#v1")).isVisible();
            assertThat(page.locator("main")).not().containsText("Zirkonia");
            asker.assertWellBehaved();
            desk.assertWellBehaved();
        }
    }

    private static void signIn(Page page) {
        page.navigate(app.uri("/moderation/sign-in?next=/moderation/queue").toString());
        page.locator("#name").fill(StaffClient.NAME);
        page.locator("#password").fill(StaffClient.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/moderation/queue");
    }

    @Test
    void an_empty_queue_says_what_it_is_for_on_a_phone(Browser browser) {
        try (WatchedPage desk = page(browser, 390)) {
            signIn(desk.page());
            desk.page().locator("#state").selectOption("dismissed");
            assertThat(desk.page().locator("#results")).containsText("Tidak ada kasus yang cocok");
            org.assertj.core.api.Assertions.assertThat(desk.page().url()).contains("state=dismissed");
            desk.keepLooks("queue-empty-phone");
            desk.assertWellBehaved();
        }
    }

    private static void send(Page page, String text) {
        page.navigate(app.uri("/").toString());
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
        page.locator(".buttons button").filter(new Locator.FilterOptions().setHasText("Minta diperiksa")).last().click();
        assertThat(page.locator("#log")).containsText("Sudah kami terima");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "queue-submitted.png")));
    }

    private static void answer(WatchedPage desk, String claim) {
        Page page = desk.page();
        assertThat(page.locator(".cases .text")).hasText(MESSAGE);
        desk.keepLooks("queue-list");
        page.locator(".cases a").first().click();
        page.locator("section button").getByText("Saya pegang").click();
        assertThat(page.locator("#notices")).containsText("sekarang Anda pegang");
        page.locator("#text").fill("Sudah tanya BMKG, tidak ada ramalan seperti itu.");
        page.getByText("Simpan catatan").click();
        assertThat(page.locator("#notices")).containsText("Catatan tersimpan");
        page.locator("summary").getByText("Kesampingkan").click();
        page.locator("#reason").fill("Coba");
        page.locator("button.danger").click();
        page.getByText("Buka lagi", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#find").fill("#" + claim);
        page.locator("#find").press("Enter");
        assertThat(page.locator(".suggestion")).containsText(CLAIM);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "queue-case.png")));
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "queue-case-phone.png")));
        page.setViewportSize(1280, 800);
        page.getByText("Jawab dengan ini").click();
        assertThat(page.locator(".good")).containsText("1 obrolan langsung dikabari");
        desk.keepLooks("queue-confirm");
        page.getByText("Ya, kirim").click();
        assertThat(page.locator("#notices")).containsText("Jawaban disimpan");
        page.navigate(app.uri("/moderation/claims/" + claim).toString());
        assertThat(page.locator("#field-phrasings textarea").first()).hasValue(MESSAGE);
    }

    private static void erase(Page page) {
        page.locator("#text").fill("/hapus");
        page.locator("#text").press("Enter");
        page.getByText("Ya, hapus data saya", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#log")).containsText("Sudah kami hapus");
        page.reload();
        assertThat(page.locator("#log")).containsText("Sudah kami hapus");
        assertThat(page.locator("#log")).not().containsText(Pattern.compile("gempa besar"));
        await().atMost(Duration.ofMinutes(1)).until(() -> app.bean(Database.class)
                        .read()
                        .sql("SELECT (SELECT count(*) FROM erasure WHERE emptied = 0) + (SELECT count(*) FROM erased_wording)")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /** Writes a claim at the desk, looks at what will be sent, and publishes it; says its number. */
    private static String publish(Page page) {
        page.navigate(app.uri("/moderation/claims/new").toString());
        page.locator("#claim").fill(CLAIM);
        page.locator("#verdict").selectOption("FALSE");
        page.locator("#summary").fill("Belum ada alat yang bisa meramalkan gempa.");
        assertThat(page.locator(".preview details[open] .sent-TELEGRAM")).containsText("Belum ada alat");
        page.locator("button[value=publish]").click();
        page.locator("#audience input[name=case]").first().uncheck();
        page.locator("main button[value=publish]").click();
        assertThat(page.locator(".heading .state-PUBLISHED")).isVisible();
        return page.url().replaceFirst(".*/claims/(\\d+).*", "$1");
    }

    private static void correct(Page page, String claim) {
        page.navigate(app.uri("/moderation/claims/" + claim).toString());
        page.locator("#verdict").selectOption("TRUE");
        page.locator("#reason").fill("BMKG sudah menjelaskan");
        page.locator("button[value=save]").click();
        assertThat(page.locator("#audience strong")).isVisible();
        page.locator("main button[value=save]").click();
        assertThat(page.locator("#notices .good")).isVisible();
    }

    private static WatchedPage page(Browser browser, int width) {
        return new WatchedPage(
                browser,
                new Browser.NewContextOptions()
                        .setLocale("id-ID")
                        .setViewportSize(width, width < 800 ? 844 : 800)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }
}
