package id.saring.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.webchat.ChatClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log and the audit trail in a real browser: it follows what comes, pauses, opens one, and anybody can read it. */
@NeedsChromium
class LogPagesIT {
    private static final String CLAIM = "Air rebusan bawang putih menyembuhkan flu burung";

    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
        Claims claims = app.bean(Claims.class);
        ClaimContent content = new ClaimContent(
                Language.ID, CLAIM, null, Verdict.FALSE, null, null, "Belum ada buktinya.", List.of(),
                List.of(), List.of(),
                null, null, null);
        claims.saveAll(List.of(
                new Claims.Row("bawang", content, ClaimState.PUBLISHED),
                new Claims.Row("tiket", new ClaimContent(
                        Language.ID, "Pemerintah membagikan tiket kereta gratis lewat tautan WhatsApp", null,
                        Verdict.FALSE, null,
                        null, "Tautannya palsu.", List.of(), List.of(), List.of(), null, null, null),
                        ClaimState.PUBLISHED)));
        for (String text : List.of(
                "Teruskan! Air rebusan bawang putih terbukti menyembuhkan flu burung, dokter di Surabaya sudah membuktikannya",
                "Jembatan Suramadu akan ditutup tiga bulan mulai Senin, mohon dibagikan ke semua grup keluarga",
                "bawang putih",
                "http://contoh.example/tiket-gratis",
                CLAIM)) {
            ask(text);
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void ask(String text) throws Exception {
        long before = sent();
        new ChatClient(app).write(text);
        await().atMost(Duration.ofMinutes(1)).until(() -> sent() > before);
    }

    private static long sent() {
        return app.bean(Database.class).read().sql("SELECT count(*) FROM delivery").query(Long.class).single();
    }

    private static WatchedPage visit(Browser browser, int width, ColorScheme colours, String path) {
        WatchedPage watched = new WatchedPage(
                browser,
                new Browser.NewContextOptions()
                        .setLocale("id-ID")
                        .setColorScheme(colours)
                        .setViewportSize(width, width < 800 ? 844 : 900)
                        .setReducedMotion(ReducedMotion.REDUCE));
        Page page = watched.page();
        page.navigate(app.uri("/moderation/sign-in?next=" + path).toString());
        page.locator("#name").fill(StaffClient.NAME);
        page.locator("#password").fill(StaffClient.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.locator("h1").waitFor();
        return watched;
    }

    @Test
    void the_log_follows_what_comes_until_it_is_paused(Browser browser) throws Exception {
        try (WatchedPage desk = visit(browser, 1280, ColorScheme.LIGHT, "/admin")) {
            Page page = desk.page();
            page.locator("#tail").click();
            assertThat(page.locator("#tail")).hasText("Jeda");
            ask("Kabar pertama yang baru masuk saat halaman terbuka");
            assertThat(page.locator("tbody tr").first()).containsText("Kabar pertama");
            page.locator("#tail").click();
            assertThat(page.locator("#tail")).hasText("Ikuti langsung");
            assertThat(page.locator("#log[hx-trigger]")).hasCount(0);
            desk.assertWellBehaved();
        }
    }

    @Test
    void a_lookup_is_searched_by_its_words_and_opened(Browser browser) {
        try (WatchedPage desk = visit(browser, 1280, ColorScheme.LIGHT, "/admin")) {
            Page page = desk.page();
            page.locator("#q").fill("dokter surabaya");
            page.locator("#q").press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody .when a").click();
            assertThat(page.locator("blockquote")).containsText("dokter di Surabaya");
            assertThat(page.locator(".way li")).hasCount(4);
            assertThat(page.locator(".candidates")).containsText(CLAIM);
            page.locator("summary").last().click();
            assertThat(page.locator("pre")).containsText("measures");
            desk.assertWellBehaved();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, LIGHT", "390, DARK", "1280, DARK"})
    void anybody_can_read_the_pages_and_none_is_wider_than_the_screen(int width, ColorScheme colours, Browser browser) {
        try (WatchedPage desk = visit(browser, width, colours, "/admin")) {
            Page page = desk.page();
            String kind = width + "-" + colours.name().toLowerCase(Locale.ROOT);
            reads(page, "log-" + kind);
            Object lines = page.evaluate(
                    "() => new Set([...document.querySelectorAll('.menu a')].map(a => a.offsetTop)).size");
            assertThat(lines).as("lines of the menu").isEqualTo(1);
            page.locator("summary").first().click();
            reads(page, "log-filters-" + kind);
            page.navigate(app.uri("/admin?outcome=match").toString());
            page.locator("tbody .when a").last().click();
            reads(page, "log-one-" + kind);
            page.navigate(app.uri("/admin?channel=telegram").toString());
            reads(page, "log-none-" + kind);
            page.navigate(app.uri("/admin/acts").toString());
            page.locator(".chain button").click();
            assertThat(page.locator("#notices")).containsText("Jejak audit utuh");
            reads(page, "acts-" + kind);
            page.locator("tbody .when a").first().click();
            reads(page, "act-" + kind);
            desk.assertWellBehaved();
        }
    }

    private static void reads(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name)
                .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
