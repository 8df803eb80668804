package id.saring.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Signature;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The moderators' desk in a real browser: written, seen beforehand, published, asked in the chat, corrected, contested,
 * imported.
 */
@NeedsChromium
class ClaimDeskIT {
    private static RunningApp app;
    private static Claims claims;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
        claims = app.bean(Claims.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static WatchedPage visit(Browser browser, String locale, int width, String path) {
        boolean phone = width < 800;
        WatchedPage watched = new WatchedPage(
                browser,
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(width, phone ? 844 : 900)
                        .setDeviceScaleFactor(phone ? 2 : 1)
                        .setIsMobile(phone)
                        .setHasTouch(phone)
                        .setReducedMotion(ReducedMotion.REDUCE));
        Page page = watched.page();
        page.navigate(app.uri("/moderation/sign-in?next=" + path).toString());
        page.locator("input[name=name]").fill(StaffClient.NAME);
        page.locator("input[name=password]").fill(StaffClient.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**" + path);
        return watched;
    }

    private static Claim saved(String text, ClaimState state) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, "Cek fakta", Verdict.FALSE, null, null, "Tidak ada bukti yang mendukungnya.",
                List.of(new Source("Penjelasan dokter", "https://example.org/dokter", "Contoh")),
                List.of("katanya " + text),
                List.of(), null, LocalDate.of(2026, 3, 1), "Tim Periksa");
        return claims.create(null, content, state, Signature.of("ani", null));
    }

    /** Keeps what the whole page looks like, for people to look at. */
    private static void keepWhole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390,daun kelor menyembuhkan diabetes dalam tiga hari",
            "en-GB,1280,minum cuka apel melarutkan batu ginjal dalam semalam"})
    void a_claim_is_written_seen_beforehand_published_asked_and_corrected(
            String locale, int width, String text, Browser browser) {
        try (WatchedPage watched = visit(browser, locale, width, "/moderation/claims/new")) {
            Page page = watched.page();
            page.locator("#claim").fill(text);
            page.locator("#verdict").selectOption("FALSE");
            page.locator("#summary").fill("Belum ada penelitian yang membuktikannya.");
            page.locator("#source-url-1").fill("https://example.org/cek");
            page.locator("#source-title-1").fill("Hasil pemeriksaan");
            Locator bubble = page.locator(".preview details[open] .sent-TELEGRAM");
            assertThat(bubble).containsText("Belum ada penelitian yang membuktikannya.");
            assertThat(bubble.locator("a")).hasAttribute("href", "https://example.org/cek");
            keepWhole(page, "desk-new-" + width);

            page.locator("#field-sources button").click();
            assertThat(page.locator("#field-sources .source")).hasCount(2);
            assertThat(page.locator("#source-url-1")).hasValue("https://example.org/cek");
            page.locator("button[value=save]").click();
            assertThat(page.locator("#notices .good")).isVisible();

            page.locator("button[value=publish]").click();
            assertThat(page.locator("#audience")).isVisible();
            keepWhole(page, "desk-confirm-" + width);
            page.locator("main button[value=publish]").click();
            assertThat(page.locator(".heading .state-PUBLISHED")).isVisible();
            keepWhole(page, "desk-claim-" + width);

            // The chat answers in the language of the message.
            assertThat(askedInChat(page.context(), text, 0)).contains("SALAH", "Belum ada penelitian");

            page.locator("#verdict").selectOption("TRUE");
            page.locator("#reason").fill("Ada penelitian baru");
            page.locator("button[value=save]").click();
            assertThat(page.locator(".differences del")).hasCount(1);
            page.locator("main button[value=save]").click();
            assertThat(page.locator("#notices .good")).isVisible();
            // The correction comes by itself.
            assertThat(askedInChat(page.context(), text, 2)).contains("BENAR");

            page.locator("a[href$='/revisions']").click();
            assertThat(page.locator(".steps > li")).hasCount(3);
            assertThat(page.locator(".steps")).containsText("Ada penelitian baru");
            keepWhole(page, "desk-history-" + width);
            watched.assertWellBehaved();
        }
    }

    /** The latest answer of the public chat in a tab of its own, asked once so many verdicts stand there. */
    private static String askedInChat(BrowserContext context, String text, int before) {
        try (Page chat = context.newPage()) {
            chat.navigate(app.uri("/").toString());
            assertThat(chat.locator("#log")).hasAttribute("aria-busy", "false");
            Locator answers = chat.locator(".bubble.saring[class*=tinted]");
            assertThat(answers).hasCount(before);
            chat.locator("#text").fill(text);
            chat.locator(".send").click();
            assertThat(answers).hasCount(before + 1);
            return answers.last().innerText();
        }
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390", "en-GB,1280"})
    void two_people_edit_at_once_and_nothing_is_lost(String locale, int width, Browser browser) {
        Claim claim = saved("minum air garam menyembuhkan radang " + width, ClaimState.DRAFT);
        try (WatchedPage first = visit(browser, locale, width, "/moderation/claims/" + claim.id());
                WatchedPage second = visit(browser, locale, width, "/moderation/claims/" + claim.id())) {
            first.page().locator("#summary").fill("Garam hanya meredakan, tidak menyembuhkan.");
            first.page().locator("button[value=save]").click();
            assertThat(first.page().locator("#notices .good")).isVisible();

            second.page().locator("#summary").fill("Dokter tidak menganjurkannya.");
            second.page().locator("button[value=save]").click();
            Locator conflict = second.page().locator(".conflict");
            assertThat(conflict).isVisible();
            assertThat(conflict.locator("del").first()).isVisible();
            assertThat(second.page().locator("#summary")).hasValue("Dokter tidak menganjurkannya.");
            keepWhole(second.page(), "desk-conflict-" + width);
            second.page().locator("button[value=save]").click();
            assertThat(second.page().locator("#notices .good")).isVisible();
            assertThat(claims.find(claim.id()).orElseThrow().version()).isEqualTo(3);
            first.assertWellBehaved();
            second.assertWellBehaved("409");
        }
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390", "en-GB,1280"})
    void a_twin_is_warned_of_while_typing_and_the_list_narrows_while_typing(String locale, int width, Browser browser) {
        Claim twin = saved("mandi malam menyebabkan paru-paru basah " + width, ClaimState.PUBLISHED);
        try (WatchedPage watched = visit(browser, locale, width, "/moderation/claims/new")) {
            Page page = watched.page();
            page.locator("#claim").pressSequentially("katanya " + twin.text());
            assertThat(page.locator(".similar a[href='/moderation/claims/" + twin.id() + "']")).isVisible();

            page.navigate(app.uri("/moderation/claims").toString());
            page.locator("#q").pressSequentially("paru " + width);
            assertThat(page.locator(".claims li")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile(".*q=paru.*"));
            keepWhole(page, "desk-list-" + width);
            page.locator("#q").fill("tidak ada yang begini");
            assertThat(page.locator(".empty")).isVisible();
            keepWhole(page, "desk-empty-" + width);
            page.goBack();
            assertThat(page.locator(".claims li").first()).isVisible();
            watched.assertWellBehaved();
        }
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390", "en-GB,1280"})
    void a_file_is_looked_at_and_imported(String locale, int width, Browser browser) {
        StringBuilder csv = new StringBuilder("key,claim,verdict\n");
        for (int i = 0; i < 300; i++) {
            csv.append("it-").append(width).append('-').append(i).append(",Klaim impor nomor ").append(i)
                    .append(" dari ")
                    .append(width).append(",Salah\n");
        }
        csv.append("it-x,,Salah\n");
        try (WatchedPage watched = visit(browser, locale, width, "/moderation/import")) {
            Page page = watched.page();
            keepWhole(page, "desk-import-" + width);
            page.locator("#file").setInputFiles(
                    new FilePayload("klaim.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button[type=submit]").click();
            assertThat(page.locator("#changes tbody tr")).hasCount(200);
            assertThat(page.locator("#errors tbody tr")).hasCount(1);
            keepWhole(page, "desk-import-checked-" + width);
            page.locator("form[action$='/start'] button").click();
            assertThat(page.locator("form[action$='/start']")).hasCount(0);
            assertThat(page.locator(".tally")).isVisible();
            assertThat(claims.findByKey("it-" + width + "-299")).isPresent();
            page.navigate(app.uri("/admin/feeds").toString());
            keepWhole(page, "desk-feeds-" + width);

            page.navigate(app.uri("/moderation/import").toString());
            page.locator("#file").setInputFiles(
                    new FilePayload("lain.csv", "text/csv", "claim\nKlaim lain".getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button[type=submit]").click();
            Locator drop = page.locator("form[action$='/drop'] button");
            assertThat(page.locator("#drop summary")).isVisible();
            assertThat(drop).isHidden();
            page.locator("#drop summary").click();
            drop.click();
            assertThat(page.locator("#notices .good")).isVisible();

            Download everything = page.waitForDownload(() -> page.locator("#everything").click());
            assertThat(everything.suggestedFilename()).endsWith(".zip");
            assertThat(everything.failure()).isNull();
            watched.assertWellBehaved();
        }
    }

    @Test
    void the_editor_works_by_keyboard_and_without_scripts(Browser browser) {
        Claim claim = saved("makan durian dengan kopi mematikan", ClaimState.DRAFT);
        try (WatchedPage watched = visit(browser, "id-ID", 1280, "/moderation/claims/" + claim.id())) {
            Page page = watched.page();
            page.locator("#claim").focus();
            page.keyboard().press("End");
            page.keyboard().type("!");
            page.locator("#reason").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#notices .good")).isVisible();
            assertThat(claims.find(claim.id()).orElseThrow().text()).endsWith("!");
            watched.assertWellBehaved();
        }
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
                .setLocale("id-ID"))) {
            Page page = plain.newPage();
            page.navigate(app.uri("/moderation/sign-in?next=/moderation/claims/" + claim.id()).toString());
            page.locator("input[name=name]").fill(StaffClient.NAME);
            page.locator("input[name=password]").fill(StaffClient.PASSWORD);
            page.locator("main button[type=submit]").click();
            page.locator("#summary").fill("Kabar ini tidak benar.");
            page.locator("#field-phrasings button").click();
            assertThat(page.locator("#summary")).hasValue("Kabar ini tidak benar.");
            page.locator("button[value=preview]").click();
            assertThat(page.locator(".preview details[open] .sent-TELEGRAM")).containsText("Kabar ini tidak benar.");
            page.locator("button[value=save]").click();
            assertThat(page.locator("#notices .good")).isVisible();
            assertThat(claims.find(claim.id()).orElseThrow().content().summary()).isEqualTo("Kabar ini tidak benar.");
        }
    }
}
