package id.saring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message's whole way in real browsers: asked, sent for checking, answered by a moderator, corrected, erased. */
@NeedsChromium
class QueuePageIT {
    private static final String MESSAGE = "Besok jam delapan pagi ada gempa besar di Bandung, kata tetangga dari BMKG";
    private static final String CLAIM = "Waktu terjadinya lindu dapat diramalkan sehari sebelumnya";

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
            desk.page().navigate(app.uri("/moderation/sign-in?next=/moderation/queue").toString());
            desk.page().locator("#name").fill(StaffClient.NAME);
            desk.page().locator("#password").fill(StaffClient.PASSWORD);
            desk.page().locator("main button[type=submit]").click();
            Claim claim = publish();

            answer(desk, claim);
            Locator told = asker.page().locator(".bubble.saring.tinted-FALSE");
            assertThat(told).containsText("sudah selesai diperiksa");
            assertThat(told).containsText(CLAIM);
            assertThat(told).hasCount(1);
            asker.keepLooks("queue-follow-up");

            correct(claim);
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
    void an_empty_queue_says_what_it_is_for_on_a_phone(Browser browser) {
        try (WatchedPage desk = page(browser, 390)) {
            desk.page().navigate(app.uri("/moderation/sign-in?next=/moderation/queue").toString());
            desk.page().locator("#name").fill(StaffClient.NAME);
            desk.page().locator("#password").fill(StaffClient.PASSWORD);
            desk.page().locator("main button[type=submit]").click();
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
        page.getByText("Minta diperiksa", new Page.GetByTextOptions().setExact(true)).last().waitFor();
        page.locator(".buttons button").first().click();
        assertThat(page.locator("#log")).containsText("Sudah kami terima");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "queue-submitted.png")));
    }

    private static void answer(WatchedPage desk, Claim claim) {
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
        page.locator("#find").fill("#" + claim.id());
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
        org.assertj.core.api.Assertions.assertThat(
                        app.bean(Claims.class).find(claim.id()).orElseThrow().content().phrasings())
                .containsExactly(MESSAGE);
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
                        .sql("SELECT count(*) FROM erasure WHERE emptied = 1")
                        .query(Long.class)
                        .single()
                == 1);
    }

    private static Claim publish() {
        Claims claims = app.bean(Claims.class);
        claims.saveAll(List.of(new Claims.Row("gempa", content(Verdict.FALSE), ClaimState.PUBLISHED)));
        return claims.findByKey("gempa").orElseThrow();
    }

    private static void correct(Claim claim) {
        Claims claims = app.bean(Claims.class);
        Claim now = claims.find(claim.id()).orElseThrow();
        claims.edit(now.id(), now.version(), content(Verdict.TRUE).withPhrasings(now.content().phrasings()));
    }

    private static ClaimContent content(Verdict verdict) {
        return new ClaimContent(
                Language.ID, CLAIM, null, verdict, null, null, "Belum ada alat yang bisa meramalkan gempa.", List.of(),
                List.of(), List.of(), null, null, null);
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
