package id.saring.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.PublicParts;
import id.saring.bulletin.Bulletin.Kind;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Filter;
import id.saring.claim.PublishedClaims.Mark;
import id.saring.claim.PublishedClaims.Marked;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the record of what became public, and the public's lists of claims, promise on every database. */
abstract class BulletinsContract {
    @RegisterExtension
    final TestStore store;

    private Database database;
    private Claims claims;
    private PublishedClaims published;
    private Bulletins bulletins;

    BulletinsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        claims = new Claims(database, Clock.systemUTC());
        published = new PublishedClaims(database);
        bulletins = new Bulletins(database, claims);
    }

    @Test
    void each_step_of_a_claims_public_life_is_recorded_once() {
        claims.onChange(change -> bulletins.catchUp());
        save("a", "Klaim", Verdict.FALSE, ClaimState.DRAFT);
        Claim claim = save("a", "Klaim", Verdict.FALSE, ClaimState.PUBLISHED);
        save("a", "Klaim", Verdict.FALSE, ClaimState.PUBLISHED);
        save("a", "Klaim dengan kata lain", Verdict.FALSE, ClaimState.PUBLISHED);
        save("a", "Klaim dengan kata lain", Verdict.TRUE, ClaimState.PUBLISHED);
        save("a", "Klaim dengan kata lain", Verdict.TRUE, ClaimState.WITHDRAWN);
        save("a", "Tidak dilihat siapa pun", Verdict.TRUE, ClaimState.WITHDRAWN);
        save("a", "Klaim", Verdict.SATIRE, ClaimState.PUBLISHED);
        assertThat(bulletins.of(claim.id())).extracting(Bulletin::kind).containsExactly(
                Kind.PUBLISHED, Kind.AMENDED, Kind.CORRECTED, Kind.WITHDRAWN, Kind.RESTORED);
        assertThat(bulletins.of(claim.id())).extracting(Bulletin::former).containsExactly(
                null, null, Verdict.FALSE, null, Verdict.TRUE);
        assertThat(bulletins.lastOf(claim.id())).contains(bulletins.of(claim.id()).getLast());
        assertThat(bulletins.latest()).isEqualTo(bulletins.of(claim.id()).getLast().id());
    }

    @Test
    void a_claim_never_public_has_no_bulletin() {
        Claim draft = save("a", "Klaim", Verdict.FALSE, ClaimState.DRAFT);
        Claim never = save("b", "Klaim", Verdict.FALSE, ClaimState.DRAFT);
        save("b", "Klaim", Verdict.FALSE, ClaimState.WITHDRAWN);
        bulletins.catchUp();
        assertThat(bulletins.of(draft.id())).isEmpty();
        assertThat(bulletins.of(never.id())).isEmpty();
    }

    @Test
    void all_that_was_there_before_is_recorded_and_two_replicas_record_nothing_twice() {
        claims.saveAll(IntStream.range(0, 1203)
                .mapToObj(i -> new Claims.Row(
                        "k" + i, PublicParts.content(Language.ID, "Klaim " + i, Verdict.FALSE), ClaimState.PUBLISHED))
                .toList());
        AtomicInteger told = new AtomicInteger();
        bulletins.onAdded(told::incrementAndGet);
        bulletins.catchUp();
        Bulletins other = new Bulletins(database, claims);
        other.catchUp();
        bulletins.catchUp();
        assertThat(bulletins.after(0, EnumSet.allOf(Kind.class), 5000)).hasSize(1203);
        assertThat(told).hasValue(1);
    }

    @Test
    void bulletins_are_read_in_both_directions_and_by_kind() {
        for (int i = 0; i < 5; i++) {
            save("k" + i, "Klaim " + i, Verdict.FALSE, ClaimState.PUBLISHED);
        }
        bulletins.catchUp();
        save("k2", "Klaim 2", Verdict.TRUE, ClaimState.PUBLISHED);
        bulletins.catchUp();
        List<Bulletin> corrected = bulletins.before(Long.MAX_VALUE, EnumSet.of(Kind.CORRECTED), 10);
        assertThat(corrected).singleElement().satisfies(one -> assertThat(one.former()).isEqualTo(Verdict.FALSE));
        assertThat(corrected).isEqualTo(bulletins.after(0, EnumSet.of(Kind.CORRECTED), 10));
    }

    @Test
    void lists_filter_and_follow_the_latest_changes() {
        save("a", "Satu", Verdict.FALSE, ClaimState.PUBLISHED);
        save("b", "Dua", Verdict.TRUE, ClaimState.PUBLISHED);
        save("c", "Tiga", Verdict.TRUE, ClaimState.DRAFT);
        save("d", "Empat", Verdict.TRUE, ClaimState.PUBLISHED);
        save("a", "Satu lagi", Verdict.FALSE, ClaimState.PUBLISHED);
        List<Marked> first = published.latest(Language.ID, Mark.NEWEST, 2);
        assertThat(first).extracting(marked -> marked.claim().key()).containsExactly("a", "d");
        assertThat(published.latest(null, first.getLast().mark(), 2)).extracting(marked -> marked.claim().key())
                .containsExactly("b");
        assertThat(published.latest(Language.EN, Mark.NEWEST, 2)).isEmpty();
        Filter trueOnes = new Filter(Language.ID, Verdict.TRUE, PublicParts.DAY, PublicParts.DAY, PublicParts.DAY,
                "cek.example");
        assertThat(published.list(trueOnes, 0, 10).items()).extracting(Claim::key).containsExactly("d", "b");
        assertThat(published.list(trueOnes, 1, 10).total()).isEqualTo(2);
        assertThat(published.list(trueOnes, 0, 10).items()).allMatch(trueOnes::admits);
        assertThat(published.list(new Filter(null, null, null, null, LocalDate.of(2030, 1, 1), null), 0, 10)
                .items()).isEmpty();
        assertThat(published.list(new Filter(null, null, null, null, null, "cek_example"), 0, 10).items()).isEmpty();
        assertThat(published.summary().count()).isEqualTo(3);
    }

    @Test
    void an_empty_store_has_a_summary_and_lists() {
        assertThat(published.summary().count()).isZero();
        assertThat(published.runs(5)).isEmpty();
        assertThat(published.latest(null, Mark.NEWEST, 5)).isEmpty();
        bulletins.catchUp();
        assertThat(bulletins.latest()).isZero();
    }

    private Claim save(String key, String text, Verdict verdict, ClaimState state) {
        return PublicParts.save(claims, key, PublicParts.content(Language.ID, text, verdict), state);
    }
}
