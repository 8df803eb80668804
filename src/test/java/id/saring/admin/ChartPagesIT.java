package id.saring.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Charts and health in a real browser: drawn, readable without scripts, accessible, on a phone and a desk, light and
 * dark.
 */
@NeedsChromium
class ChartPagesIT {
    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
        ChartData.fill(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390,LIGHT", "en-GB,1280,DARK"})
    void charts_are_drawn_and_accessible(String locale, int width, ColorScheme scheme, Browser browser) {
        try (WatchedPage watched = visit(browser, options(locale, width, scheme), "/admin/charts")) {
            Page page = watched.page();
            assertThat(page.locator(".plot canvas")).hasCount(6);
            keepWhole(page, "charts-" + width);
            page.locator("#messages summary").click();
            assertThat(page.locator("#messages .figures tbody tr")).hasCount(30);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertNoSidewaysScrolling(page);
            page.locator(".spans a").first().click();
            assertThat(page.locator("#messages .plot canvas")).isVisible();
            assertThat(page.url()).contains("by=hour");
            keepWhole(page, "charts-hours-" + width);
            watched.assertWellBehaved();
        }
    }

    @ParameterizedTest
    @CsvSource({"id-ID,390,DARK", "en-GB,1280,LIGHT"})
    void health_is_readable_and_accessible(String locale, int width, ColorScheme scheme, Browser browser) {
        try (WatchedPage watched = visit(browser, options(locale, width, scheme), "/admin/health")) {
            assertThat(watched.page().locator(".parts > li")).hasCount(6);
            keepWhole(watched.page(), "health-" + width);
            assertThat(new AxeBuilder(watched.page()).analyze().getViolations()).isEmpty();
            assertNoSidewaysScrolling(watched.page());
            watched.assertWellBehaved();
        }
    }

    @Test
    void without_scripts_the_tables_say_it_all(Browser browser) {
        Browser.NewContextOptions options = options("id-ID", 390, ColorScheme.LIGHT).setJavaScriptEnabled(false);
        try (WatchedPage watched = visit(browser, options, "/admin/charts")) {
            watched.page().locator("#times summary").click();
            assertThat(watched.page().locator("#times .figures tbody tr").first()).isVisible();
            watched.assertWellBehaved();
        }
    }

    private static Browser.NewContextOptions options(String locale, int width, ColorScheme scheme) {
        boolean phone = width < 800;
        return new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, phone ? 844 : 900)
                .setDeviceScaleFactor(phone ? 2 : 1)
                .setIsMobile(phone)
                .setHasTouch(phone)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static WatchedPage visit(Browser browser, Browser.NewContextOptions options, String path) {
        WatchedPage watched = new WatchedPage(browser, options);
        Page page = watched.page();
        page.navigate(app.uri("/moderation/sign-in?next=" + path).toString());
        page.locator("input[name=name]").fill(StaffClient.NAME);
        page.locator("input[name=password]").fill(StaffClient.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**" + path);
        return watched;
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    private static void keepWhole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
