package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.chat.Content;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.MatchOutcome;
import id.saring.queue.SettableClock;
import id.saring.reply.Action;
import id.saring.reply.ButtonData;
import id.saring.submission.CaseFilter;
import id.saring.submission.CaseId;
import id.saring.submission.Variant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person who has themselves erased is gone from the store, byte by byte, on every database. */
abstract class ErasureContract {
    private static final String ADDRESS = "6281234567890123";
    private static final String OWN = "Marmosetku bilang kelurahan Zamrudia akan dibubarkan minggu depan";
    private static final String SHARED = "Bantuan sosial dibagikan di balai desa Quetzalia hari Sabtu";

    @RegisterExtension
    final TestStore store;

    ErasureContract(TestStore store) {
        this.store = store;
    }

    @Test
    void no_byte_of_their_address_key_or_words_is_left() {
        SettableClock clock = new SettableClock();
        HeardGateway telegram = new HeardGateway(Channel.TELEGRAM);
        Database database = store.open();
        try (ConversationParts parts = new ConversationParts(
                database, clock, query -> new MatchOutcome.NotFound(), List.of(telegram))) {
            parts.office.start(parts.handler());
            Person ani = new Person(parts, Channel.TELEGRAM, ADDRESS);
            new Person(parts, Channel.TELEGRAM, "999").says(SHARED).presses("Minta diperiksa");
            for (String text : List.of(OWN, SHARED)) {
                receive(parts, ani, new Content.Text(text, Content.Forwarding.NONE, false), telegram);
                receive(parts, ani,
                        new Content.Press(telegram.sent.getLast().buttons().getFirst().data(), null), telegram);
            }
            Claim claim = learn(parts);
            String key = parts.pseudonyms.of(Channel.TELEGRAM, ADDRESS).value();
            assertThat(store.content()).contains(OWN, key);

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
            assertThat(store.content()).doesNotContain(OWN, "Zamrudia", ADDRESS).contains(SHARED);
            assertThat(parts.claims.find(claim.id()).orElseThrow().content().phrasings()).isEmpty();

            clock.advance(Duration.ofMinutes(11));
            parts.eraser.goOn();
            parts.eraser.goOn();
            assertThat(store.content()).doesNotContain(key, ADDRESS, OWN).contains(SHARED);
        }
    }

    /** A moderator takes the wording only this person sent into a claim. */
    private static Claim learn(ConversationParts parts) {
        CaseId id = parts.cases.list(new CaseFilter(null, null, null, "Zamrudia", CaseFilter.Order.DEMAND), 0, 5)
                .items()
                .getFirst()
                .id();
        Variant variant = parts.cases.variants(id).getFirst();
        ClaimContent content = new ClaimContent(
                Language.ID, "Kelurahan akan dibubarkan", null, Verdict.FALSE, null, null, null, List.of(),
                List.of(variant.text()), List.of(), null, null, null);
        parts.claims.saveAll(List.of(new Claims.Row("kelurahan", content, ClaimState.DRAFT)));
        Claim claim = parts.claims.findByKey("kelurahan").orElseThrow();
        parts.cases.learned(List.of(variant), claim.id());
        return claim;
    }

    private static void receive(ConversationParts parts, Person person, Content content, HeardGateway gateway) {
        int before = gateway.sent.size();
        parts.office.inbox().accept(List.of(person.message(content, Language.ID)));
        await().until(() -> gateway.sent.size() > before);
    }
}
