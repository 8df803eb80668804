package id.saring.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.Addresses;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Signature;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import id.saring.submission.Case;
import id.saring.submission.CaseId;
import id.saring.submission.CaseState;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Question;
import id.saring.submission.Questions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a moderator is shown of the people behind a claim: who waits for it, and what drew complaints. */
class ClaimAudienceTest {
    private static RunningApp app;
    private static StaffClient staff;
    private static Claims claims;
    private static Cases cases;

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        app = RunningApp.start(0, dir, StaffClient.SETTINGS, Saring.class);
        staff = StaffClient.admin(app);
        claims = app.bean(Claims.class);
        cases = app.bean(Cases.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Question question(int number, String text) {
        Pseudonym person = new Pseudonym("%032x".formatted(1000 + number));
        return new Question(
                new QuestionKey("%032x".formatted(number)),
                new Question.Asker(Channel.WEB, person, person),
                Language.ID,
                "NONE",
                text,
                Instant.now());
    }

    /** A question whose asker can be told. */
    private static Question heard(int number, String text) {
        ChatAddress chat = new ChatAddress(Channel.WEB, "chat" + number);
        Pseudonym key = app.bean(Addresses.class).keyOf(chat);
        app.bean(Contacts.class)
                .keep(
                        new IncomingMessage(
                                "m" + number,
                                chat,
                                key,
                                null,
                                Instant.now(),
                                false,
                                new Content.Text(text, Content.Forwarding.NONE, false)),
                        Language.ID,
                        Instant.now());
        Question question = question(number, text);
        return new Question(
                question.key(),
                new Question.Asker(Channel.WEB, key, key),
                question.language(),
                question.forwarding(),
                text,
                question.at());
    }

    private static Map<String, String> form(String text, String act, long version, String... more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "claim", text, "verdict", "FALSE", "language", "id", "summary", "Tidak benar.", "act", act, "version",
                Long.toString(version), "seen", ""));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    @Test
    void a_claim_is_written_for_a_case_and_answers_it_when_it_is_published() throws Exception {
        String text = "Minum air es setelah makan membekukan lemak di jantung";
        CaseId id = cases.submit(heard(1, text));
        String blank = staff.get("/moderation/claims/new?case=" + id.value()).body();
        assertThat(blank).contains(text + "</textarea>", "name=\"case\" value=\"" + id.value() + "\"");

        HttpResponse<String> question = staff.submit(
                "/moderation/claims/new", "/moderation/claims/new", form(text, "publish", 0, "case", id.toString()));
        assertThat(question.body()).contains("akan dijawab dengan klaim ini", "1 orang menunggu")
                .doesNotContain("Belum ada yang menunggu");
        staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form(text, "publish", 0, "case", id.toString(), "confirmed", "yes"));
        Case answered = cases.find(id).orElseThrow();
        assertThat(answered.claim()).isNotNull();
        assertThat(claims.find(answered.claim()).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void whoever_publishes_sees_what_waits_without_having_been_sent_there() throws Exception {
        CaseId id = cases.submit(question(2, "Makan nanas dan udang bersamaan bisa meracuni seluruh badan"));
        HttpResponse<String> question = staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form("Makan nanas dan udang bersamaan bisa meracuni badan", "publish", 0));
        assertThat(question.body()).contains("value=\"" + id.value() + "\"", "Makan nanas dan udang bersamaan");
        staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form("Makan nanas dan udang bersamaan bisa meracuni badan", "publish", 0, "confirmed", "yes",
                        "offered", id.toString()));
        Claim saved = claims.latest(null, 0, 1).items().getFirst();
        assertThat(cases.answers().refused(id, saved.id())).as("what was unticked is not answered later either").isTrue();
        assertThat(cases.find(id).orElseThrow().claim()).isNull();
        assertThat(staff.submit("/moderation/claims/" + saved.id(), "/moderation/claims/" + saved.id(),
                        form(saved.text() + "!", "publish", saved.version())).body())
                .doesNotContain("name=\"offered\" form=\"confirm\" value=\"" + id.value() + "\"");
    }

    @Test
    void who_waits_is_told_though_nobody_ticked_anything() throws Exception {
        String text = "Menyimpan bawang merah di kaus kaki semalaman menurunkan demam anak";
        CaseId id = cases.submit(heard(4, text));
        assertThat(staff.submit("/moderation/claims/new", "/moderation/claims/new", form(text, "publish", 0)).body())
                .contains("name=\"offered\" form=\"confirm\" value=\"" + id.value() + "\"");
        claims.saveAll(List.of(new Claims.Row(
                "kaus-kaki",
                new ClaimContent(
                        Language.ID, text, null, Verdict.FALSE, null, null, null, List.of(), List.of(), List.of(),
                        null, null, null),
                ClaimState.PUBLISHED)));
        await().untilAsserted(() ->
                assertThat(cases.find(id).orElseThrow().state()).isEqualTo(CaseState.ANSWERED));
        assertThat(cases.waiting(id)).isZero();
    }

    @Test
    void a_draft_that_says_the_same_is_a_twin_too() throws Exception {
        Claim draft = claims.create(
                null,
                new ClaimContent(
                        Language.ID, "Kucing hitam di dapur membuat nasi cepat basi", null, null, null, null, null,
                        List.of(), List.of(), List.of(), null, null, null),
                ClaimState.DRAFT,
                Signature.of("ani", null));
        Map<String, String> typed = form("Katanya kucing hitam di dapur membuat nasi cepat basi", "save", 0);
        assertThat(staff.submit("/moderation/claims/new", "/moderation/claims/preview", typed).body())
                .contains("/moderation/claims/" + draft.id() + "\"", "state-DRAFT");
        typed.put("claim", "Hujan batu es turun di kota tetangga sore tadi");
        assertThat(staff.submit("/moderation/claims/new", "/moderation/claims/preview", typed).body())
                .doesNotContain("/moderation/claims/" + draft.id() + "\"");
    }

    @Test
    void a_case_goes_only_to_people_there_are_and_words_too_long_are_told() throws Exception {
        CaseId id = cases.submit(question(5, "Daun pandan di bawah bantal mengusir nyamuk demam berdarah"));
        String page = "/moderation/queue/" + id;
        assertThat(said(page, "/assign", "to", "bukan-siapa-siapa")).contains("tidak ada akun aktif");
        assertThat(said(page, "/assign", "to", StaffClient.NAME.toUpperCase(Locale.ROOT)))
                .contains("sudah diserahkan");
        assertThat(cases.find(id).orElseThrow().assignee()).isEqualTo(StaffClient.NAME);
        assertThat(said(page, "/note", "text", "x".repeat(2_001))).contains("2.000 karakter");
        assertThat(said(page, "/dismiss", "reason", "x".repeat(301))).contains("300 karakter");
        assertThat(cases.notes(id)).isEmpty();
        assertThat(cases.find(id).orElseThrow().open()).isTrue();
        assertThat(staff.submit(
                                "/moderation/claims/new",
                                "/moderation/claims/new",
                                form("Alasan panjang", "save", 0, "reason", "x".repeat(501)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void who_asked_is_told_that_it_is_not_checked_unless_the_tick_is_taken_out() throws Exception {
        CaseId told = cases.submit(heard(40, "Tetangga saya sombong sekali sejak punya mobil baru"));
        String page = "/moderation/queue/" + told;
        assertThat(staff.get(page).body())
                .containsPattern("<input type=\"checkbox\" name=\"tell\" value=\"true\" checked")
                .contains("Kabari yang sudah bertanya (1 obrolan)");
        assertThat(said(page, "/dismiss", Map.of("reason", "Urusan pribadi", "tell", "true")))
                .contains("yang bertanya sedang dikabari", "begitu juga yang mengirim pesan serupa");
        await().untilAsserted(() ->
                assertThat(staff.get(page).body()).contains("Obrolan: 1 sudah dikabari, 0 berikutnya"));

        CaseId silent = cases.submit(heard(41, "Promo pinjaman kilat tanpa jaminan, klik tautan di bio"));
        assertThat(said("/moderation/queue/" + silent, "/dismiss", "reason", "Iklan")).contains("tidak dikabari");
        assertThat(cases.find(silent).orElseThrow().tells()).isFalse();
    }

    /** What the page that an act leads back to says. */
    private static String said(String page, String act, String name, String value) throws Exception {
        return said(page, act, Map.of(name, value));
    }

    private static String said(String page, String act, Map<String, String> form) throws Exception {
        HttpResponse<String> done = staff.submit(page, page + act, form);
        String back = done.headers().firstValue("Location").orElseThrow();
        return staff.get(back.replaceFirst("^https?://[^/]+", "")).body();
    }

    @Test
    void how_far_the_telling_has_come_stands_on_the_claim() throws Exception {
        String text = "Air kelapa muda campur garam melarutkan batu empedu";
        CaseId id = cases.submit(heard(6, text));
        staff.submit(
                "/moderation/claims/new",
                "/moderation/claims/new",
                form(text, "publish", 0, "case", id.toString(), "confirmed", "yes"));
        await().untilAsserted(() -> assertThat(cases.waiting(id)).isZero());
        long claim = cases.find(id).orElseThrow().claim().value();
        assertThat(staff.get("/moderation/claims/" + claim).body())
                .contains("1 dari 1 orang sudah dikabari", "id=\"telling\"");
        assertThat(staff.get("/moderation/claims/" + claim + "/telling").body())
                .contains("1 dari 1 orang")
                .doesNotContain("hx-get", "<main");
    }

    @Test
    void wordings_people_really_sent_are_added_by_one_tap_and_nothing_private_is_offered() throws Exception {
        Claim claim = claims.create(
                null,
                new ClaimContent(
                        Language.ID, "Rebusan daun salam mengobati asam urat", null, Verdict.FALSE, null, null, null,
                        List.of(), List.of(), List.of(), null, null, null),
                ClaimState.PUBLISHED,
                Signature.of("ani", null));
        CaseId id = cases.submit(question(7, "Minum godogan godong salam, asam urat langsung minggat"));
        cases.answers().link(List.of(id), claim.id());
        for (int i = 10; i < 13; i++) {
            answered(claim, question(i, "Sebarkan! Air daun salam bikin asam urat hilang"));
            answered(claim, question(i + 10, "Asam urat? daun salam, hubungi 0812-3456-7890"));
        }
        answered(claim, question(30, "Ibu saya Siti minum daun salam untuk asam urat"));
        String page = "/moderation/claims/" + claim.id();
        String shown = staff.get(page).body();
        assertThat(shown)
                .contains("godogan godong salam", "Air daun salam bikin asam urat hilang", "3 kali dikirim")
                .doesNotContain("0812-3456", "Siti");

        Matcher tap = Pattern.compile("name=\"heard\"[^>]*value=\"([0-9a-f]+)\"").matcher(shown);
        Map<String, String> typed = form(claim.text(), "", 1, "summary", "Sedang diketik");
        List<String> phrasings = new ArrayList<>();
        while (tap.find()) {
            typed.put("heard", tap.group(1));
            String with = staff.submit(page, page, typed).body();
            assertThat(with).contains("Sedang diketik");
            Matcher added = Pattern.compile("<textarea[^>]*name=\"phrasing\"[^>]*>\\s*([^<\\s][^<]*)<").matcher(with);
            assertThat(added.find()).isTrue();
            phrasings.add(added.group(1));
        }
        assertThat(phrasings).hasSize(2);

        typed = form(claim.text(), "save", 1, "confirmed", "yes", "phrasing", cases.variants(id).getFirst().text());
        staff.submit(page, page, typed);
        assertThat(cases.variants(id)).singleElement()
                .satisfies(variant -> assertThat(variant.learnedBy()).isEqualTo(claim.id()));
    }

    private static void answered(Claim claim, Question question) {
        app.bean(Questions.class).add(question);
        app.bean(Lookups.class)
                .add(new Lookup(
                        question.at(),
                        new Lookup.Asked(Channel.WEB, question.from().asker(), "NONE", "web:" + question.key().value()),
                        Language.ID,
                        "match",
                        new Lookup.Answer(claim.id(), 1, 0.97),
                        List.of(),
                        Duration.ofMillis(3),
                        false));
    }

    @Test
    void the_messages_that_drew_a_complaint_stand_on_the_claim() throws Exception {
        Claim claim = claims.create(
                null,
                new ClaimContent(
                        Language.ID, "Petir bisa ditangkal garam", null, Verdict.FALSE, null, null, null, List.of(),
                        List.of(), List.of(), null, null, null),
                ClaimState.PUBLISHED,
                Signature.of("ani", null));
        Question asked = question(3, "apa benar garam dapur <b>mahal</b>?");
        app.bean(Questions.class).add(asked);
        app.bean(Lookups.class)
                .note(new Feedback(claim.id(), 1, asked.from().asker(), false, Instant.now(), asked.key()));
        assertThat(staff.get("/moderation/claims/" + claim.id()).body())
                .contains("0 orang terbantu, 1 orang menekan Bukan ini",
                "apa benar garam dapur &lt;b&gt;mahal&lt;/b&gt;?");
    }
}
