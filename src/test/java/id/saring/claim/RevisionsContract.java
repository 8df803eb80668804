package id.saring.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.claim.Claims.Row;
import id.saring.core.ClaimId;
import id.saring.core.OwnWords;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What moderators need of the store, on every database: who changed what and why. */
abstract class RevisionsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Signature ANI = Signature.of("ani", "salah ketik");

    @RegisterExtension
    final TestStore store;

    private Claims claims;
    private Revisions revisions;

    RevisionsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        Database database = store.open();
        claims = new Claims(database, Clock.fixed(NOON, ZoneOffset.UTC));
        revisions = new Revisions(database);
    }

    private static ClaimContent content(String text, @Nullable Verdict verdict) {
        return ClaimsContract.content(text, verdict);
    }

    private Claim draft(String text) {
        return claims.create(null, content(text, Verdict.FALSE), ClaimState.DRAFT, Signature.of("budi", null));
    }

    private List<Revision> history(Claim claim) {
        return revisions.of(claim.id(), Long.MAX_VALUE, 100);
    }

    @Test
    void every_save_leaves_a_revision_with_its_author_time_and_reason() {
        Claim claim = draft("teks");
        claims.edit(claim.id(), 1, content("teks baru", Verdict.TRUE), ANI);
        claims.move(claim.id(), 2, ClaimState.PUBLISHED, Signature.of("cici", " "));
        assertThat(history(claim)).containsExactly(
                new Revision(claim.id(), 3, NOON, new Author("cici"), null, ClaimState.PUBLISHED,
                        content("teks baru", Verdict.TRUE)),
                new Revision(claim.id(), 2, NOON, new Author("ani"), "salah ketik", ClaimState.DRAFT,
                        content("teks baru", Verdict.TRUE)),
                new Revision(claim.id(), 1, NOON, new Author("budi"), null, ClaimState.DRAFT,
                content("teks", Verdict.FALSE)));
        assertThat(revisions.find(claim.id(), 2)).contains(history(claim).get(1));
        assertThat(revisions.find(claim.id(), 4)).isEmpty();
        assertThat(revisions.of(claim.id(), 3, 1)).extracting(Revision::version).containsExactly(2L);
    }

    @Test
    void an_import_leaves_revisions_too_and_none_of_what_was_the_same() {
        List<Row> rows = IntStream.range(0, 250).mapToObj(i -> ClaimsContract.draft("k" + i, "teks " + i)).toList();
        claims.saveAll(rows);
        claims.saveAll(rows);
        Claim claim = claims.findByKey("k249").orElseThrow();
        assertThat(history(claim)).singleElement().satisfies(revision -> {
            assertThat(revision.author()).isEqualTo(Author.IMPORT);
            assertThat(revision.content()).isEqualTo(claim.content());
        });
        claims.saveAll(
                List.of(ClaimsContract.draft("k1", "satu"), ClaimsContract.draft("k1", "dua")),
                Signature.of("ani", "berkas"));
        assertThat(history(claims.findByKey("k1").orElseThrow()))
                .extracting(revision -> revision.content().text(), Revision::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("dua", "berkas"),
                        org.assertj.core.groups.Tuple.tuple("satu", "berkas"),
                        org.assertj.core.groups.Tuple.tuple("teks 1", null));
    }

    @Test
    void a_refused_or_stale_change_leaves_no_revision() {
        Claim claim = draft("teks");
        claims.move(claim.id(), 1, ClaimState.PUBLISHED, ANI);
        assertThatThrownBy(() -> claims.edit(claim.id(), 1, content("lain", Verdict.TRUE), ANI))
                .isInstanceOf(StaleClaimException.class);
        assertThatThrownBy(() -> claims.edit(claim.id(), 2, content("lain", null), ANI))
                .isInstanceOf(RefusedMoveException.class);
        assertThat(history(claim)).hasSize(2);
    }

    @Test
    void a_new_claim_takes_no_key_of_another_and_is_not_published_without_a_verdict() {
        claims.create("k", content("teks", null), ClaimState.DRAFT, ANI);
        assertThatThrownBy(() -> claims.create("k", content("lain", null), ClaimState.DRAFT, ANI))
                .isInstanceOf(TakenKeyException.class);
        assertThatThrownBy(() -> claims.create("l", content("lain", null), ClaimState.PUBLISHED, ANI))
                .isInstanceOf(RefusedMoveException.class);
        assertThat(claims.findByKey("k").orElseThrow().text()).isEqualTo("teks");
        assertThat(claims.storeVersion()).isEqualTo(1);
    }

    @Test
    void a_claim_learns_a_wording_once() {
        Claim claim = draft("teks");
        assertThat(claims.learn(claim.id(), " cara lain bilang ", ANI).content().phrasings())
                .containsExactly("cara lain bilang");
        assertThat(claims.learn(claim.id(), "cara lain bilang", ANI).version()).isEqualTo(2);
        assertThat(claims.learn(claim.id(), "teks", ANI).version()).isEqualTo(2);
        assertThatThrownBy(() -> claims.learn(new ClaimId(99), "a", ANI)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void words_that_are_forgotten_stand_nowhere_any_more() {
        Claim claim = draft("nomor  saya 0812\ntolong sebarkan");
        claims.learn(claim.id(), "nomor saya 0812 tolong sebarkan", ANI);
        claims.edit(claim.id(), 2, content("lain", Verdict.TRUE).with("nomor saya 0812 tolong sebarkan"), ANI);
        Claim other = draft("Kata orang: nomor saya 0812 tolong sebarkan, tetapi disunting");
        forget("nomor saya 0812 tolong sebarkan", null, Instant.EPOCH);
        assertThat(history(claim)).noneMatch(revision -> revision.content().toString().contains("0812"));
        assertThat(history(claim)).extracting(Revision::version).containsExactly(4L, 3L, 2L, 1L);
        assertThat(claims.find(other.id())).contains(other);
    }

    @Test
    void a_draft_that_loses_its_sentence_says_what_others_say_or_what_else_it_has() {
        Claim reworded = draft("kalimat dari satu orang saja");
        forget("kalimat dari satu orang saja", "Kalimat dari satu orang saja!", Instant.EPOCH);
        assertThat(claims.find(reworded.id()).orElseThrow().content().text())
                .isEqualTo("Kalimat dari satu orang saja!");
        Claim other = draft("kalimat lain dari satu orang");
        claims.learn(other.id(), "cara lain", ANI);
        forget("kalimat lain dari satu orang", null, Instant.EPOCH);
        ClaimContent left = claims.find(other.id()).orElseThrow().content();
        assertThat(left.text()).isEqualTo("cara lain");
        assertThat(left.phrasings()).isEmpty();
        Claim bare = draft("hanya ini");
        forget("hanya ini", null, Instant.EPOCH);
        assertThat(claims.find(bare.id()).orElseThrow().content().text()).isEqualTo(OwnWords.GONE);
    }

    @Test
    void what_was_published_stands_and_so_does_what_a_claim_had_before_it_was_sent() {
        Claim published = draft("sudah terbit begini");
        claims.revise(published.id(), 1, content("sudah terbit begini", Verdict.FALSE).with("sebutan lain"),
                ClaimState.PUBLISHED, ANI);
        forget("sudah terbit begini", null, Instant.EPOCH);
        assertThat(history(published)).allMatch(one -> one.content().text().equals("sudah terbit begini"));
        Instant later = history(published).getFirst().at().plusMillis(1);
        forget("sebutan lain", null, later);
        assertThat(claims.find(published.id()).orElseThrow().content().phrasings()).containsExactly("sebutan lain");
    }

    private void forget(String words, @Nullable String instead, Instant sent) {
        claims.forget(List.of(new ForgottenWording(new OwnWords(words), instead, sent)), ANI);
    }
}
