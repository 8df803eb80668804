package id.saring.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.Actor;
import id.saring.browser.NeedsChromium;
import id.saring.browser.WatchedPage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts as people meet them, in a real browser. */
@NeedsChromium
class AccountPagesIT {
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final String NEW_PASSWORD = "jendela biru hujan sore";

    private static RunningApp app;

    private WatchedPage watched;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void close() {
        watched.close();
    }

    /** A new admin with the usual password. */
    private static void made(String name) {
        Key key = app.bean(Accounts.class).invite(Actor.TERMINAL, name, Role.ADMIN);
        app.bean(OwnAccount.class).accept(key, StaffClient.PASSWORD, "here");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_admin_signs_in_changes_the_password_sets_a_second_factor_and_signs_out(boolean scripts, Browser browser) {
        String name = scripts ? "ani" : "budi";
        made(name);
        open(browser, PHONE, ColorScheme.LIGHT, scripts);
        looks("sign-in");
        signIn(name, "salah sama sekali");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Nama atau kata sandinya salah.");
        signIn(name, StaffClient.PASSWORD);
        assertThat(page.locator("h1")).hasText("Halo, " + name);
        looks("start");

        page.getByRole(AriaRole.NAVIGATION).getByText("Akun saya").click();
        looks("account");
        page.getByText("Ganti kata sandi").click();
        page.locator("#current").fill(StaffClient.PASSWORD);
        page.locator("#new").fill("aaaaaaaaaaaa");
        page.locator("#again").fill("aaaaaaaaaaaa");
        page.getByText("Simpan kata sandi").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("terlalu mudah ditebak");
        looks("account-problem");
        page.locator("#current").fill(StaffClient.PASSWORD);
        page.locator("#new").fill(NEW_PASSWORD);
        page.locator("#again").fill(NEW_PASSWORD);
        page.getByText("Simpan kata sandi").click();
        assertThat(page.locator("#notices")).containsText("Kata sandi sudah diganti.");

        page.getByText("Aktifkan").click();
        String secret = page.locator("p.secret").innerText();
        looks("set-factor");
        long step = Totp.step(Instant.now());
        page.locator("#code").fill("000000");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aktifkan")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kodenya salah");
        page.locator("#code").fill(Totp.code(Totp.fromBase32(secret), step));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aktifkan")).click();
        assertThat(page.locator("h1")).hasText("Kode cadangan");
        String recovery = page.locator("pre.secret").innerText().lines().findFirst().orElseThrow();
        looks("recovery");

        page.getByText("Keluar", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#notices")).containsText("Anda sudah keluar.");
        signIn(name, NEW_PASSWORD);
        assertThat(page.locator("h1")).hasText("Satu langkah lagi");
        assertThat(page.locator(".menu")).hasCount(0);
        looks("second-factor");
        page.locator("#code").fill(Totp.code(Totp.fromBase32(secret), step));
        page.getByText("Lanjut").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kodenya salah atau sudah dipakai");
        page.locator("#code").fill(recovery);
        page.getByText("Lanjut").click();
        assertThat(page.locator("h1")).hasText("Halo, " + name);
        watched.assertWellBehaved("403", "422");
    }

    @Test
    void an_invited_moderator_chooses_a_password_and_sees_no_accounts(Browser browser) {
        open(browser, DESK, ColorScheme.LIGHT, true);
        signIn("admin", StaffClient.PASSWORD);
        page.getByRole(AriaRole.NAVIGATION).getByText("Akun", new Locator.GetByTextOptions().setExact(true)).click();
        looks("accounts");
        page.locator("#name").fill("Siti");
        page.getByText("Buat undangan").click();
        String link = page.locator("pre.secret").innerText();
        looks("invitation");
        page.getByText("Sudah saya simpan").click();
        page.locator(".list a").getByText("siti").click();
        assertThat(page.locator("main")).containsText("Belum menerima undangan");
        assertThat(page.locator("main")).not().containsText("Matikan kode tambahan");
        looks("account-of");
        page.getByText("Keluar", new Page.GetByTextOptions().setExact(true)).click();

        page.navigate(link);
        page.locator("#new").fill(NEW_PASSWORD);
        page.locator("#again").fill(NEW_PASSWORD);
        looks("new-password");
        page.getByText("Simpan kata sandi").click();
        assertThat(page.locator("#notices")).containsText("Silakan masuk");
        signIn("siti", NEW_PASSWORD);
        assertThat(page.locator("h1")).hasText("Halo, siti");
        assertThat(page.locator(".menu a[href='/moderation/accounts']")).hasCount(0);
        page.navigate(app.uri("/moderation/accounts").toString());
        assertThat(page.locator("h1")).hasText("Halaman ini bukan untuk akun Anda");
        page.navigate(link);
        assertThat(page.locator("main")).containsText("410");
        watched.assertWellBehaved("403", "410");
    }

    @Test
    void it_is_all_done_with_the_keyboard(Browser browser) {
        open(browser, DESK, ColorScheme.DARK, true);
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().type("admin");
        page.keyboard().press("Tab");
        page.keyboard().type(StaffClient.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Halo, admin");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(".cards a").first()).isFocused();
        watched.assertWellBehaved();
    }

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "390,DARK", "1280,DARK"})
    void nothing_is_wider_than_the_screen(int width, ColorScheme scheme, Browser browser) {
        open(browser, width, scheme, true);
        signIn("admin", StaffClient.PASSWORD);
        for (String path : new String[] {"", "/account", "/accounts", "/accounts/1"}) {
            page.navigate(app.uri("/moderation" + path + "?lang=en").toString());
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat(page.locator("body")).not().containsText("??");
            watched.keepLooks("staff" + path.replace('/', '-') + "-" + width + "-" + scheme);
        }
        watched.assertWellBehaved();
    }

    private void open(Browser browser, int width, ColorScheme scheme, boolean scripts) {
        boolean phone = width < 800;
        watched = new WatchedPage(
                browser,
                new Browser.NewContextOptions()
                        .setLocale("id-ID")
                        .setViewportSize(width, phone ? 844 : 800)
                        .setDeviceScaleFactor(phone ? 2 : 1)
                        .setIsMobile(phone)
                        .setHasTouch(phone)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page = watched.page();
        page.navigate(app.uri("/moderation").toString());
    }

    private void signIn(String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk").setExact(true)).click();
    }

    private void looks(String name) {
        watched.keepLooks("staff-" + name);
    }
}
