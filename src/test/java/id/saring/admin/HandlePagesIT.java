package id.saring.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.chat.Block;
import id.saring.chat.Blocks;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handles in a real browser, on a phone and on a desk. */
@NeedsChromium
class HandlePagesIT {
    private static RunningApp app;

    @BeforeAll
    static void start(@TempDir Path dir) {
        app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class, HandlePagesTest.WithTelegram.class);
        app.bean(Blocks.class).put(new Block(
                new Pseudonym("%032x".formatted(5)), Block.Cause.FLOOD, "Ratusan pesan semenit", Instant.now(),
                Instant.now().plusSeconds(86_400), "admin", false));
        app.bean(Database.class)
                .write()
                .sql("""
                        INSERT INTO work (queue, dedup_key, order_key, payload, state, attempts, due_at, added_at, done_at, reason)
                        VALUES ('inbox', 'k', '0123456789abcdef0123456789abcdef', ?, 'DEAD', 8, 1, 1, ?,
                            'CannotGetJdbcConnectionException: Failed to obtain JDBC Connection (ClaimTable.java:88)')""")
                // Lately, or retention takes it away in the middle of a slow run.
                .params(new byte[] {1}, System.currentTimeMillis())
                .update();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"id,390,LIGHT", "en,1280,DARK", "en,320,LIGHT", "id,1280,LIGHT"})
    void every_page_is_accessible_and_fits(String language, int width, ColorScheme scheme, Browser browser) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, 844).setLocale(language).setColorScheme(scheme);
        try (WatchedPage watched = new WatchedPage(browser, options)) {
            Page page = watched.page();
            page.navigate(app.uri("/moderation/sign-in?lang=" + language + "&next=/admin/handles").toString());
            page.locator("#name").fill(StaffClient.NAME);
            page.locator("#password").fill(StaffClient.PASSWORD);
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/admin/handles**");
            if (page.locator(".secret, code").count() == 0) {
                page.locator("form[action$='/backup'] button").click();
                assertThat(page.locator("#notices .good")).isVisible();
            }
            for (String path : List.of(
                    "/admin/handles", "/admin/blocks?person=" + "%032x".formatted(6), "/admin/dead-letters",
                    "/admin/dead-letters/inbox", "/admin/dead-letters/inbox/1")) {
                page.navigate(app.uri(path).toString());
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .isEmpty();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(path)
                        .isLessThanOrEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots",
                                "handles" + path.replaceAll("[?].*", "").replace("/admin", "")
                                .replace('/', '-') + "-" + language + "-" + width + ".png")));
            }
            watched.assertWellBehaved();
        }
    }
}
