package id.saring.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.RunningApp;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import id.saring.webchat.ChatParts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a person meets it, in a real browser. */
@NeedsChromium
class ChatPageIT {
    private static final int PHONE = 390;

    private static Path dataDir;
    private static RunningApp app;

    private WatchedPage watched;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path directory) {
        dataDir = directory;
        app = RunningApp.start(dataDir, SiteParts.class, ChatParts.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void a_claim_is_answered_with_its_verdict_and_sources(Browser browser) {
        open(browser, PHONE);
        write("Kata orang bawang putih bisa menyembuhkan flu?");
        Locator answer = page.locator(".bubble.saring.tinted-FALSE");
        assertThat(answer).containsText("Tidak ada bukti ilmiah");
        assertThat(answer.innerText()).contains("flu”\n\nTidak ada");
        assertThat(answer.locator(".verdict")).hasText("❌ SALAH");
        Locator source = answer.getByText("Cek fakta: bawang putih dan flu");
        assertThat(source).hasAttribute("href", "https://example.org/bawang");
        assertThat(source).hasAttribute("rel", "noopener");
        assertThat(source).hasAttribute("target", "_blank");
        assertThat(page.locator("#typing")).isHidden();
        assertThat(page.locator("#text")).isFocused();
        watched.keepLooks("phone-answer");
        watched.assertWellBehaved();
    }

    @Test
    void markup_in_what_people_and_claims_say_stays_text(Browser browser) {
        open(browser, PHONE);
        write("jahat " + ChatParts.HOSTILE);
        Locator answer = page.locator(".bubble.saring.tinted-MISLEADING");
        assertThat(answer.locator("strong")).hasText(ChatParts.HOSTILE);
        assertThat(page.locator(".bubble.person")).containsText("<script>");
        assertThat(page.locator(".buttons button")).hasText("<b>tombol</b>");
        assertThat(page.locator("#log img, #log script, #log b, #log a")).hasCount(0);
        page.locator(".buttons button").click();
        assertThat(page.locator("#log")).containsText("Tombol: <i>data</i>");
        page.reload();
        assertThat(answer.locator("strong")).hasText(ChatParts.HOSTILE);
        assertThat(page).not().hasTitle("owned");
        watched.assertWellBehaved();
    }

    @Test
    void a_button_is_pressed_with_the_keyboard_alone(Browser browser) {
        open(browser, 1280);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type("baris satu");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("baris dua");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bubble.person")).hasText("Anda: baris satu\nbaris dua");
        page.keyboard().type("bawang");
        page.keyboard().press("Enter");
        Locator button = page.getByText("Bukan ini");
        button.waitFor();
        while (!button.evaluate("b => b === document.activeElement").equals(true)) {
            page.keyboard().press("Shift+Tab");
        }
        watched.keepLooks("desktop-focus");
        page.keyboard().press("Enter");
        assertThat(page.locator("#log")).containsText("Tombol: not:1");
        assertThat(page.locator(".bubble.person").last()).hasText("Anda: Bukan ini");
        watched.assertWellBehaved();
    }

    @Test
    void a_reload_shows_the_chat_and_its_old_buttons_work(Browser browser) {
        open(browser, PHONE);
        write("bawang putih");
        page.getByText("👍 Membantu").waitFor();
        page.reload();
        assertThat(page.locator(".bubble.person")).hasText("Anda: bawang putih");
        assertThat(page.locator("#examples")).isHidden();
        page.getByText("👍 Membantu").click();
        assertThat(page.locator("#log")).containsText("Tombol: help:1");
        watched.assertWellBehaved();
    }

    @Test
    void an_example_is_sent_with_one_tap(Browser browser) {
        open(browser, PHONE);
        Locator example = page.locator("#examples button").first();
        String text = example.innerText();
        example.click();
        assertThat(page.locator(".bubble.person")).hasText("Anda: " + text);
        assertThat(page.locator(".tinted-FALSE")).isVisible();
        watched.assertWellBehaved();
    }

    @Test
    void two_messages_sent_in_one_breath_are_one_chat(Browser browser) {
        open(browser, PHONE);
        page.evaluate("""
                () => ['satu', 'dua'].forEach(text => {
                    document.querySelector('#text').value = text;
                    document.querySelector('#text').form.requestSubmit();
                })""");
        assertThat(page.locator("#log")).containsText("Gema: satu");
        assertThat(page.locator("#log")).containsText("Gema: dua");
        page.reload();
        assertThat(page.locator(".bubble.person")).hasCount(2);
        watched.assertWellBehaved();
    }

    @Test
    void what_is_written_while_the_server_is_down_is_kept_and_sent_with_one_tap(Browser browser) {
        open(browser, PHONE);
        write("halo");
        assertThat(page.locator("#log")).containsText("Gema: halo");
        int port = app.port();
        app.close();
        write("masih di sini");
        Locator retry = page.locator(".retry");
        retry.waitFor();
        assertThat(page.locator(".bubble.unsent")).containsText("masih di sini");
        assertThat(page.locator("#notice")).containsText("Sambungan terputus");
        watched.keepLooks("phone-offline");
        app = RunningApp.start(port, dataDir, Map.of(), SiteParts.class, ChatParts.class);
        page.reload();
        assertThat(page.locator(".bubble.person").first()).hasText("Anda: halo");
        assertThat(page.locator(".bubble.unsent")).containsText("masih di sini");
        retry.click();
        assertThat(page.locator("#log")).containsText("Gema: masih di sini");
        assertThat(page.locator(".unsent")).hasCount(0);
        assertThat(page.locator("#notice")).isHidden();
        watched.assertWellBehaved("net::ERR_"); // however the connection happened to break
    }

    @Test
    void a_text_too_long_or_empty_is_explained_and_stays_in_the_field(Browser browser) {
        open(browser, PHONE);
        page.locator(".send").click();
        assertThat(page.locator("#notice")).containsText("Belum ada teks");
        page.locator("#text").fill("a".repeat(20_001));
        page.locator(".send").click();
        assertThat(page.locator("#notice")).containsText("20.001 huruf, paling banyak 20.000");
        assertThat(page.locator("#text")).hasValue("a".repeat(20_001));
        assertThat(page.locator(".bubble.person")).hasCount(0);
        watched.assertWellBehaved();
    }

    @ParameterizedTest
    @CsvSource({"id,Salah,❌ SALAH", "en,False,❌ FALSE"})
    void both_languages_speak_throughout(String language, String word, String chatWord, Browser browser) {
        open(browser, 1280);
        page.locator(".languages a[lang=" + language + "]").click();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        write("bawang putih");
        assertThat(page.locator("#log .verdict")).hasText(chatWord);
        watched.keepLooks("desktop-" + language);
        page.navigate(app.uri("/klaim/1").toString());
        assertThat(page.locator(".stamp")).hasText(word);
        watched.keepLooks("desktop-claim-" + language);
        watched.assertWellBehaved();
    }

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "390,DARK", "1280,DARK", "1280,LIGHT"})
    void nothing_is_wider_than_the_screen(int width, ColorScheme scheme, Browser browser) {
        open(browser, width, scheme);
        watched.keepLooks("home-" + width + "-" + scheme);
        write("bawang " + "tanpaspasi".repeat(40));
        page.locator(".tinted-FALSE").waitFor();
        assertFits(width);
        watched.keepLooks("chat-" + width + "-" + scheme);
        page.navigate(app.uri("/klaim/1").toString());
        assertFits(width);
        watched.keepLooks("claim-" + width + "-" + scheme);
        page.navigate(app.uri("/tidak-ada").toString());
        assertFits(width);
        watched.keepLooks("error-" + width + "-" + scheme);
        watched.assertWellBehaved("404");
    }

    @Test
    void a_browser_without_scripts_gets_its_answer(Browser browser) {
        watched = new WatchedPage(browser, options(PHONE).setJavaScriptEnabled(false));
        page = watched.page();
        page.navigate(app.uri("/").toString());
        assertThat(page.locator("noscript")).isVisible();
        page.locator("#text").fill("bawang putih menyembuhkan flu");
        page.locator(".send").click();
        assertThat(page.locator(".bubble .verdict").first()).hasText("Salah");
        watched.keepLooks("phone-noscript");
        watched.assertWellBehaved();
    }

    private void assertFits(int width) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    private void write(String text) {
        page.locator("#text").fill(text);
        page.locator(".send").click();
    }

    private void open(Browser browser, int width) {
        open(browser, width, ColorScheme.LIGHT);
    }

    private void open(Browser browser, int width, ColorScheme scheme) {
        watched = new WatchedPage(browser, options(width).setColorScheme(scheme));
        page = watched.page();
        page.navigate(app.uri("/").toString());
        assertThat(page.locator("#log")).hasAttribute("aria-busy", "false");
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, width < 800 ? 844 : 800)
                .setLocale("id-ID")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setIsMobile(width < 800)
                .setHasTouch(width < 800)
                .setDeviceScaleFactor(width < 800 ? 2 : 1);
    }
}
