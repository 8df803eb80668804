package id.saring.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.webchat.ChatParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public pages in a real browser: readable by everybody, on any screen, asking nobody but us. */
@NeedsChromium
class PublicPagesIT {
    private static final List<String> PAGES =
            List.of("/klaim/1", "/klaim/3", "/klaim", "/klaim?q=vaksin&verdict=FALSE", "/klaim?q=zyxwvu+tsrqp&page=2",
            "/feeds", "/api", "/widget", "/klaim/GONE", "/klaim/999999", "/", "/cek", "/widget#");

    private static RunningApp app;
    private static String gone;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(
                0,
                dataDir,
                Map.of("saring.site.telegram-bot", "SaringBot", "saring.site.whatsapp-number", "6281200000000"),
                PublicParts.class,
                ChatParts.class);
        Claims claims = app.bean(Claims.class);
        String vaccine = "Vaksin COVID-19 berisi cip mikro yang bisa melacak ke mana pun penerimanya pergi";
        PublicParts.publish(claims, "chip", PublicParts.content(Language.ID, vaccine, Verdict.UNVERIFIED));
        PublicParts.publish(claims, "chip", PublicParts.content(Language.ID, vaccine, Verdict.FALSE));
        PublicParts.publish(claims, "chip.en",
                PublicParts.content(Language.EN, "Vaccines contain a microchip that tracks people", Verdict.FALSE));
        var withdrawn = PublicParts.content(Language.ID, "Klaim yang ditarik", Verdict.FALSE);
        PublicParts.publish(claims, "gone", withdrawn);
        PublicParts.save(claims, "gone", withdrawn, ClaimState.WITHDRAWN);
        PublicPagesIT.gone = claims.findByKey("gone").orElseThrow().id().toString();
        for (Verdict verdict : Verdict.values()) {
            PublicParts.publish(
                    claims, "v" + verdict,
                    PublicParts.content(Language.ID, "Contoh klaim lain yang " + verdict, verdict));
        }
        for (int i = 0; i < 20; i++) {
            PublicParts.publish(claims, "more" + i,
                    PublicParts.content(Language.ID, "Vaksin lain nomor " + i, Verdict.FALSE));
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"id,320,LIGHT", "en,320,DARK", "id,1280,DARK", "en,1280,LIGHT"})
    void every_page_is_accessible_fits_and_asks_nobody_else(String language, int width, ColorScheme scheme,
            Browser browser) {
        try (WatchedPage watched = new WatchedPage(browser, options(width, scheme))) {
            Page page = watched.page();
            for (String path : PAGES) {
                open(page, path, language);
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml() + " "
                        + rule.getNodes().getFirst().getFailureSummary())
                        .isEmpty();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(path)
                        .isLessThanOrEqualTo(width);
                looks(page, path, language + "-" + width + "-" + scheme);
            }
            watched.assertWellBehaved("410", "404");
        }
    }

    /** The form's answers are pages too: that of the front page, sent as without a script, and that of the widget. */
    private static void open(Page page, String path, String language) {
        boolean form = path.equals("/cek") || path.equals("/widget#");
        String address = form ? path.equals("/cek") ? "/" : "/widget" : path.replace("GONE", gone);
        page.navigate(app.uri(address + (address.contains("?") ? "&" : "?") + "lang=" + language).toString());
        if (form) {
            page.locator("textarea").fill("Katanya vaksin COVID-19 berisi cip mikro yang melacak penerimanya");
            page.waitForNavigation(() -> page.locator("form:has(textarea)").first()
                    .evaluate("form => { form.method = 'post'; HTMLFormElement.prototype.submit.call(form); }"));
            assertThat(page.locator("[class*=verdict-]").first()).isVisible();
        }
    }

    @Test
    void a_claim_is_read_searched_and_shared_without_scripts(Browser browser) {
        try (WatchedPage watched = new WatchedPage(browser,
                options(390, ColorScheme.LIGHT).setJavaScriptEnabled(false))) {
            Page page = watched.page();
            page.navigate(app.uri("/klaim").toString());
            page.locator("#q").fill("cip mikro vaksin");
            page.locator(".search button").click();
            page.locator(".entry a").first().click();
            assertThat(page.locator(".stamp")).hasText("Salah");
            assertThat(page.locator(".change-CORRECTED")).containsText("Belum terbukti");
            assertThat(page.locator(".action[data-copy]")).isHidden();
            Locator whatsapp = page.locator(".share").first().locator("a").first();
            assertThat(whatsapp.getAttribute("href")).startsWith("https://wa.me/?text=%5BSalah%5D");
            watched.assertWellBehaved();
        }
    }

    @Test
    void the_verdict_is_copied_with_one_tap(Browser browser) {
        Browser.NewContextOptions options = options(390, ColorScheme.LIGHT)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        try (WatchedPage watched = new WatchedPage(browser, options)) {
            Page page = watched.page();
            page.navigate(app.uri("/klaim/1").toString());
            page.locator("[data-copy]").click();
            assertThat(page.locator("[data-copy]")).hasText("Tersalin");
            assertThat(page.evaluate("navigator.clipboard.readText()").toString()).startsWith("[Salah] Vaksin COVID-19")
                    .endsWith("/klaim/1");
            watched.assertWellBehaved();
        }
    }

    @Test
    void an_operation_is_tried_on_the_api_page(Browser browser) {
        try (WatchedPage watched = new WatchedPage(browser, options(1280, ColorScheme.LIGHT))) {
            Page page = watched.page();
            page.navigate(app.uri("/api?lang=en").toString());
            Locator claim = page.locator(".operation[data-path='/api/v1/verdicts/{id}']");
            claim.locator("input[name=id]").fill("1");
            claim.locator("button").click();
            assertThat(claim.locator("pre")).containsText("\"verdict\": \"FALSE\"");
            Locator check = page.locator(".operation[data-path='/api/v1/check']");
            check.locator("button").click();
            assertThat(check.locator("pre")).containsText("\"outcome\"");
            Locator feed = page.locator(".operation[data-path='/feeds/claims.{form}']");
            feed.locator("select").selectOption("csv");
            feed.locator("button").click();
            assertThat(feed.locator("pre")).containsText("GET /feeds/claims.csv");
            assertThat(feed.locator("pre")).containsText("id,url,language,claim");
            page.locator("#token").fill("saring_wrong");
            Locator staff = page.locator(".operation[data-path='/api/v1/claims/{id}'][data-method='get']");
            staff.locator("input[name=id]").fill("1");
            staff.locator("button").click();
            assertThat(staff.locator("pre")).containsText("token_unknown");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/screenshots/public-api-tried.png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            watched.assertWellBehaved("401");
        }
    }

    @Test
    void a_strangers_site_shows_the_checker_in_a_frame_that_sees_nothing(Browser browser) throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String script = "<!DOCTYPE html><html lang=en><title>News</title><main><h1>News</h1><script src=\""
                + app.uri("/widget.js")
                + "\" data-lang=\"en\" data-theme=\"dark\" data-accent=\"#ffcc00\"></script></main></html>";
        stranger.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().equals("/")
                    ? script.getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stranger.start();
        try (WatchedPage watched = new WatchedPage(browser, options(390, ColorScheme.LIGHT))) {
            Page page = watched.page();
            page.navigate("http://127.0.0.1:" + stranger.getAddress().getPort() + "/");
            FrameLocator frame = page.frameLocator("iframe[title=Saring]");
            frame.locator("textarea").fill("vaccines contain a microchip that tracks people");
            frame.locator("button").click();
            assertThat(frame.locator(".result .verdict")).hasText("False");
            assertThat(frame.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("iframe").getAttribute("sandbox")).doesNotContain("allow-same-origin");
            assertThat(frame.locator("button").evaluate("b => getComputedStyle(b).backgroundColor").toString())
                    .isEqualTo("rgb(255, 204, 0)");
            int inside = (int) frame.locator("html").evaluate("h => Math.ceil(h.getBoundingClientRect().height)");
            page.waitForCondition(() -> Math.abs((int) page.locator("iframe").evaluate("f => f.clientHeight")
                    - inside) <= 1);
            watched.keepLooks("public-widget");
            watched.assertWellBehaved();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        } finally {
            stranger.stop(0);
        }
    }

    private static void looks(Page page, String path, String how) {
        String name = "public" + path.replaceAll("[^a-z0-9]+", "-") + "-" + how;
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots/" + name + ".png")));
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme) {
        boolean phone = width < 800;
        return new Browser.NewContextOptions()
                .setViewportSize(width, phone ? 844 : 800)
                .setLocale("id-ID")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setIsMobile(phone)
                .setHasTouch(phone)
                .setDeviceScaleFactor(phone ? 2 : 1);
    }
}
