package id.saring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first visit to a fresh installation: what the page offers to try is really answered by its sample claims. */
@NeedsChromium
class WholePageIT {
    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(dataDir, Saring.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390,0,SALAH", "id-ID,390,1,SALAH", "en-GB,1280,0,FALSE", "en-GB,1280,1,FALSE"})
    void an_example_claim_is_answered_with_a_verdict(
            String locale, int width, int example, String verdict, Browser browser) {
        try (WatchedPage watched = visit(browser, locale, width)) {
            Page page = watched.page();
            page.locator("#examples button").nth(example).click();
            Locator answer = page.locator(".bubble.saring.tinted-FALSE");
            assertThat(answer.locator(".verdict")).containsText(verdict);
            assertThat(answer.locator("a[rel=noopener]").first()).isVisible();
            watched.keepLooks("whole-" + locale + "-" + example);
            watched.assertWellBehaved();
        }
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390", "en-GB,1280"})
    void an_example_keyword_is_answered_with_claims_to_choose_from(String locale, int width, Browser browser) {
        try (WatchedPage watched = visit(browser, locale, width)) {
            Page page = watched.page();
            page.locator("#examples button").nth(2).click();
            Locator choice = page.locator(".buttons button").first();
            choice.waitFor();
            watched.keepLooks("whole-" + locale + "-keyword");
            choice.click();
            assertThat(page.locator(".bubble.saring .verdict").first()).isVisible();
            watched.keepLooks("whole-" + locale + "-chosen");
            watched.assertWellBehaved();
        }
    }

    private static WatchedPage visit(Browser browser, String locale, int width) {
        boolean phone = width < 800;
        WatchedPage watched = new WatchedPage(
                browser,
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(width, phone ? 844 : 800)
                        .setDeviceScaleFactor(phone ? 2 : 1)
                        .setIsMobile(phone)
                        .setHasTouch(phone)
                        .setReducedMotion(ReducedMotion.REDUCE));
        watched.page().navigate(app.uri("/").toString());
        assertThat(watched.page().locator("#log")).hasAttribute("aria-busy", "false");
        return watched;
    }
}
