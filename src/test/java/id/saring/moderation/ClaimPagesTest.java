package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Revision;
import id.saring.claim.Revisions;
import id.saring.claim.Signature;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.match.ClaimMatcher;
import id.saring.match.Query;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages on claims as a browser without scripts uses them. */
class ClaimPagesTest {
    private static final Signature BUDI = Signature.of("budi", "sumber baru");

    private static RunningApp app;
    private static StaffClient staff;
    private static Claims claims;

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class);
        staff = StaffClient.admin(app);
        claims = app.bean(Claims.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static ClaimContent content(String text, Verdict verdict) {
        return new ClaimContent(
                Language.ID, text, null, verdict, null, null, "Tidak ada buktinya.", List.of(), List.of(),
                List.of(), null,
                null, null);
    }

    private static Claim saved(String text, ClaimState state) {
        return claims.create(null, content(text, Verdict.FALSE), state, Signature.of("ani", null));
    }

    private static Map<String, String> form(String text, String act, long version, String... more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "claim", text, "verdict", "FALSE", "language", "id", "summary", "Tidak ada buktinya.", "act",
                act, "version",
                Long.toString(version)));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static String path(Claim claim) {
        return "/moderation/claims/" + claim.id();
    }

    private static Claim now(Claim claim) {
        return claims.find(claim.id()).orElseThrow();
    }

    @Test
    void a_written_claim_is_a_draft_until_it_is_published_and_then_answers_the_very_next_message() throws Exception {
        String text = "Minum air kelapa muda menghapus racun vaksin dari tubuh";
        HttpResponse<String> written =
                staff.submit("/moderation/claims/new", "/moderation/claims/new", form(text, "save", 0));
        assertThat(written.statusCode()).isEqualTo(302);
        String page = written.headers().firstValue("Location").map(to -> URI.create(to).getPath()).orElseThrow();
        ClaimMatcher matcher = app.bean(ClaimMatcher.class);
        assertThat(matcher.match(new Query(text, Language.ID)).results()).isEmpty();

        HttpResponse<String> question = staff.submit(page, page, form(text, "publish", 1));
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body()).contains("Terbitkan klaim ini?", "Belum ada yang menunggu");
        assertThat(matcher.match(new Query(text, Language.ID)).results()).isEmpty();

        HttpResponse<String> published = staff.submit(page, page, form(text, "publish", 1, "confirmed", "yes"));
        assertThat(published.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("claim_published"));
        assertThat(matcher.match(new Query(text, Language.ID)).code()).isEqualTo("match");

        HttpResponse<String> withdrawn = staff.submit(page, page, form(text, "withdraw", 2, "confirmed", "yes"));
        assertThat(withdrawn.statusCode()).isEqualTo(302);
        assertThat(matcher.match(new Query(text, Language.ID)).results()).isEmpty();
    }

    @Test
    void each_save_is_signed_and_recorded_as_an_act() throws Exception {
        Claim claim = saved("Bumi datar seperti piring", ClaimState.DRAFT);
        staff.submit(path(claim), path(claim), form("Bumi datar", "save", 1, "reason", "dipersingkat"));
        Revision revision = app.bean(Revisions.class).find(claim.id(), 2).orElseThrow();
        assertThat(revision.author().name()).isEqualTo("admin");
        assertThat(revision.reason()).isEqualTo("dipersingkat");
        assertThat(app.bean(Acts.class).list(ActFilter.on("claim:" + claim.id()), 0, 5).items())
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.what()).isEqualTo("claim.edit");
                    assertThat(act.actor().name()).isEqualTo("admin");
                    assertThat(act.after()).contains("claim").doesNotContain("Bumi");
                });
    }

    @Test
    void of_two_who_edit_at_once_the_second_sees_both_texts_and_loses_nothing() throws Exception {
        Claim claim = saved("Kucing hitam membawa sial", ClaimState.PUBLISHED);
        claims.edit(claim.id(), 1, content("Kucing hitam membawa untung", Verdict.FALSE), BUDI);
        HttpResponse<String> conflict = staff.submit(
                path(claim), path(claim),
                form("Kucing hitam membawa celaka", "save", 1, "confirmed", "yes", "reason", "x"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("budi sudah menyimpan", "sumber baru", "<del>untung</del>", "<ins>celaka</ins>")
                .contains("Kucing hitam membawa celaka</textarea>")
                .contains("name=\"version\" value=\"2\"");
        assertThat(now(claim).text()).isEqualTo("Kucing hitam membawa untung");

        staff.submit(path(claim), path(claim), form("Kucing hitam membawa celaka", "save", 2, "confirmed", "yes"));
        assertThat(now(claim).text()).isEqualTo("Kucing hitam membawa celaka");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() throws Exception {
        HttpResponse<String> page = staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form("<script>alert(1)</script>", "save", 0, "sourceUrl", "javascript:alert(1)", "reviewedOn",
                "kemarin"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Alamat sumber 1 harus lengkap", "Bukan tanggal", "value=\"javascript:alert(1)\"",
                "value=\"kemarin\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;</textarea>")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_claim_without_a_verdict_is_not_published() throws Exception {
        HttpResponse<String> page = staff.submit(
                "/moderation/claims/new", "/moderation/claims/new",
                form("Belum diperiksa", "publish", 0, "verdict", ""));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("tanpa hasil tidak bisa diterbitkan");
    }

    @Test
    void a_claim_that_exists_already_is_warned_of_once() throws Exception {
        Claim twin = saved("Rebusan daun sirsak membunuh sel kanker seribu kali lebih kuat", ClaimState.PUBLISHED);
        long before = claims.count(ClaimState.DRAFT);
        HttpResponse<String> warned = staff.submit(
                "/moderation/claims/new", "/moderation/claims/new", form(twin.text() + "!", "save", 0, "seen", ""));
        assertThat(warned.body()).contains("Sepertinya klaim ini sudah ada", "href=\"" + path(twin) + "\"");
        assertThat(claims.count(ClaimState.DRAFT)).isEqualTo(before);
        HttpResponse<String> again = staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form(twin.text() + "!", "save", 0, "seen", twin.id().toString()));
        assertThat(again.statusCode()).isEqualTo(302);
    }

    @Test
    void the_preview_is_the_reply_of_each_channel_in_each_language() throws Exception {
        HttpResponse<String> preview = staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/preview",
                form("Es krim <b>beracun</b>", "save", 0, "sourceUrl", "https://example.org/es",
                "sourceTitle", "Cek es"));
        assertThat(preview.body())
                .contains("sent-TELEGRAM", "sent-WHATSAPP", "sent-WEB", "SALAH", "FALSE", "Tidak ada buktinya.")
                .contains("href=\"https://example.org/es\"", "Es krim &lt;b&gt;beracun&lt;/b&gt;")
                .doesNotContain("<html", "kata-kata atau data seseorang");
    }

    @Test
    void the_preview_warns_of_what_is_somebodys_own() throws Exception {
        HttpResponse<String> preview = staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/preview",
                form("Transfer ke Bu Ratna di 0812-3456-7890 melipatgandakan uang", "save", 0));
        assertThat(preview.body()).contains("kata-kata atau data seseorang", "Tulislah dengan kalimat sendiri");
    }

    @Test
    void going_back_to_an_old_version_shows_what_changes_and_makes_a_new_one() throws Exception {
        Claim claim = saved("Gula merah lebih sehat", ClaimState.DRAFT);
        claims.edit(claim.id(), 1, content("Gula putih lebih sehat", Verdict.TRUE), BUDI);
        String history = staff.get(path(claim) + "/revisions").body();
        assertThat(history)
                .contains("budi", "“sumber baru”", "<del>merah</del>", "<ins>putih</ins>", "Kembali ke versi 1");
        HttpResponse<String> question =
                staff.submit(path(claim) + "/revisions", path(claim) + "/revisions/1/restore", Map.of());
        assertThat(question.body()).contains("<del>putih</del>", "<ins>merah</ins>", "value=\"Kembali ke versi 1\"");
        staff.submit(path(claim), path(claim),
                form("Gula merah lebih sehat", "save", 2, "confirmed", "yes", "reason", "kembali"));
        assertThat(now(claim).content()).isEqualTo(claim.content());
        assertThat(now(claim).version()).isEqualTo(3);
    }

    @Test
    void the_list_is_searched_and_filtered_and_says_what_to_do_when_it_is_empty() throws Exception {
        saved("Teh hijau & jahe {manis}", ClaimState.DRAFT);
        assertThat(staff.get("/moderation/claims?q=hijau+jahe&state=DRAFT").body())
                .contains("Teh hijau &amp; jahe {manis}");
        assertThat(staff.get("/moderation/claims?q=hijau+jahe&state=PUBLISHED").body())
                .doesNotContain("Teh hijau")
                .contains("Tidak ada klaim yang cocok", "Hapus saringan");
        assertThat(staff.get("/moderation/claims?state=nonsense&from=x&page=-1&order=1").statusCode()).isEqualTo(200);
        assertThat(StaffClient.admin(app).get("/moderation/claims?lang=en").body()).contains("Write a claim");
    }

    @Test
    void pages_of_the_list_keep_what_was_asked() throws Exception {
        for (int i = 0; i < 31; i++) {
            saved("Halaman a&b={c} nomor " + i, ClaimState.DRAFT);
        }
        String first = staff.get("/moderation/claims?q=halaman+a%26b%3D%7Bc%7D&order=CREATED").body();
        assertThat(first).contains("1–30 dari 31",
                "rel=\"next\" href=\"/moderation/claims?order=CREATED&amp;page=2&amp;q=halaman%20a%26b%3D%7Bc%7D\"");
        assertThat(staff.get("/moderation/claims?q=halaman%20a%26b%3D%7Bc%7D&order=CREATED&page=2").body())
                .contains("31–31 dari 31");
    }

    @Test
    void a_script_of_a_web_jar_is_linked_with_its_version_and_a_page_as_it_is() throws Exception {
        assertThat(staff.get("/moderation/claims").body())
                .containsPattern("src=\"/webjars/htmx\\.org/\\d[^\"/]*/dist/htmx\\.min\\.js\"")
                .contains("href=\"/moderation/claims/new\"");
    }

    @Test
    void a_claim_that_is_not_there_is_not_found() throws Exception {
        assertThat(staff.get("/moderation/claims/999999").statusCode()).isEqualTo(404);
        assertThat(staff.get("/moderation/claims/0").statusCode()).isEqualTo(404);
        assertThat(staff.get("/moderation/claims/999999/revisions").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_gets_in_without_signing_in() throws Exception {
        StaffClient stranger = new StaffClient(app);
        assertThat(stranger.get("/moderation/claims").statusCode()).isEqualTo(302);
        assertThat(stranger.post("/moderation/claims/new", "x", form("a", "save", 0)).statusCode()).isNotEqualTo(200);
    }
}
