package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.audit.ActCheck;
import id.saring.audit.Actor;
import id.saring.chat.Content;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Signature;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Backup;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.queue.SettableClock;
import id.saring.reply.Action;
import id.saring.reply.ButtonData;
import id.saring.submission.CaseDesk;
import id.saring.submission.CaseFilter;
import id.saring.submission.CaseId;
import id.saring.submission.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person who has themselves erased is gone from the store, byte by byte, on every database. */
abstract class ErasureContract {
    private static final String ADDRESS = "6281234567890123";
    private static final String OWN = "Marmosetku bilang kelurahan Zamrudia akan dibubarkan minggu depan";
    private static final String SPELLED = "GUBERNUR Okapitania menutup pasar, kata tetangga saya !!!";
    private static final String OTHERS_SPELL = "Gubernur okapitania menutup pasar kata tetangga saya";
    private static final String ASKED = "Benarkah sekolah Dromedaria libur sebulan penuh";
    private static final String HEARD = "Harga beras Meganesia naik dua kali lipat";
    private static final String COMMON = "Jahe tumbuk";
    private static final String SHARED = "Bantuan sosial dibagikan di balai desa Quetzalia hari Sabtu";

    private static final Actor STAFF = new Actor(1L, "budi", "terminal");

    @RegisterExtension
    final TestStore store;

    @TempDir
    private Path dir;

    ErasureContract(TestStore store) {
        this.store = store;
    }

    @Test
    void no_byte_of_their_address_key_or_words_is_left_in_the_store_or_a_backup() throws IOException {
        SettableClock clock = new SettableClock();
        HeardGateway telegram = new HeardGateway(Channel.TELEGRAM);
        Database database = store.open();
        try (ConversationParts parts = new ConversationParts(
                database, clock, query -> new MatchOutcome.NotFound(), List.of(telegram))) {
            parts.office.start(parts.handler());
            Person ani = new Person(parts, Channel.TELEGRAM, ADDRESS);
            new Person(parts, Channel.TELEGRAM, "999").says(SHARED).presses("Minta diperiksa");
            for (String text : List.of(ASKED, HEARD, COMMON)) {
                receive(parts, ani, new Content.Text(text, Content.Forwarding.NONE, false), telegram);
            }
            new Person(parts, Channel.TELEGRAM, "777").says(HEARD);
            for (String text : List.of(OWN, SPELLED, SHARED)) {
                receive(parts, ani, new Content.Text(text, Content.Forwarding.NONE, false), telegram);
                receive(parts, ani,
                        new Content.Press(telegram.sent.getLast().buttons().getFirst().data(), null), telegram);
            }
            new Person(parts, Channel.TELEGRAM, "888").says(OTHERS_SPELL).presses("Minta diperiksa");
            clock.advance(Duration.ofMinutes(1));
            Claim claim = learn(parts);
            ActCheck chain = parts.acts.verify();
            String key = parts.pseudonyms.of(Channel.TELEGRAM, ADDRESS).value();
            assertThat(store.content()).contains(OWN, SPELLED, ASKED, key);

            receive(parts, ani, new Content.Text("/hapus", Content.Forwarding.NONE, false), telegram);
            assertThat(telegram.sent.getLast().text().plainText()).contains("Hapus semua data");
            receive(parts, ani,
                    new Content.Press(new ButtonData(new Action.Erase(), Language.ID).encode(), null), telegram);
            assertThat(telegram.sent.getLast().text().plainText()).contains("Sudah kami hapus");
            await().until(() -> database.read()
                            .sql("SELECT count(*) FROM work WHERE done_at IS NULL")
                            .query(Long.class)
                            .single()
                    == 0);

            parts.eraser.goOn();
            parts.eraser.goOn();
            assertThat(store.content())
                    .doesNotContain(OWN, "Zamrudia", "Dromedaria", SPELLED, "GUBERNUR Okap", ADDRESS)
                    .contains(SHARED, OTHERS_SPELL);
            assertThat(parts.claims.find(claim.id()).orElseThrow().content().phrasings())
                    .containsExactly(OTHERS_SPELL);
            assertThat(parts.claims.findByKey("heard").orElseThrow().content().phrasings())
                    .as("others asked that, and anybody may")
                    .containsExactly(HEARD, COMMON);
            assertThat(parts.acts.verify()).isEqualTo(chain);

            clock.advance(Duration.ofMinutes(11));
            parts.eraser.goOn();
            parts.eraser.goOn();
            Path backup = dir.resolve("saring.backup");
            new Backup(backup).write(database);
            for (String bytes : List.of(
                    store.content(), Files.readString(backup, StandardCharsets.ISO_8859_1))) {
                assertThat(bytes)
                        .doesNotContain(key, ADDRESS, OWN, "Zamrudia", "Dromedaria", SPELLED, "GUBERNUR Okap")
                        .contains(SHARED, OTHERS_SPELL);
            }
        }
    }

    /** Moderators take wordings into a claim, begin another with one, and quote one. */
    private static Claim learn(ConversationParts parts) {
        CaseDesk desk = new CaseDesk(parts.database, parts.cases, parts.claims, parts.acts);
        CaseId own = holding(parts, "Zamrudia");
        Signature budi = Signature.of("budi", null);
        Claim claim = parts.claims.create("kelurahan", content("Kelurahan akan dibubarkan"), ClaimState.DRAFT, budi);
        desk.learn(STAFF, own, claim.id(), variants(parts, own));
        CaseId spelled = holding(parts, "Okapitania");
        desk.learn(STAFF, spelled, claim.id(), variants(parts, spelled));
        parts.claims.create("prefilled", content(OWN), ClaimState.DRAFT, budi);
        parts.claims.create("log", content("Sekolah libur").with(ASKED), ClaimState.DRAFT, budi);
        parts.claims.create("heard", content("Beras naik").with(HEARD).with(COMMON), ClaimState.DRAFT, budi);
        desk.note(STAFF, own, "Ini kata-katanya: " + OWN);
        desk.dismiss(STAFF, own, "Tidak jelas: " + OWN, false);
        return claim;
    }

    private static ClaimContent content(String text) {
        return new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, null, List.of(), List.of(), List.of(), null, null,
                null);
    }

    private static CaseId holding(ConversationParts parts, String words) {
        return parts.cases.list(new CaseFilter(null, null, null, words, CaseFilter.Order.DEMAND), 0, 5)
                .items()
                .getFirst()
                .id();
    }

    private static List<Long> variants(ConversationParts parts, CaseId id) {
        return parts.cases.variants(id).stream().map(Variant::id).toList();
    }

    private static void receive(ConversationParts parts, Person person, Content content, HeardGateway gateway) {
        int before = gateway.sent.size();
        parts.office.inbox().accept(List.of(person.message(content, Language.ID)));
        await().until(() -> gateway.sent.size() > before);
    }
}
