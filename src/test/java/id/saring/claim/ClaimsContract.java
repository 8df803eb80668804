package id.saring.claim;

import static id.saring.claim.Claims.Saved.CREATED;
import static id.saring.claim.Claims.Saved.UNCHANGED;
import static id.saring.claim.Claims.Saved.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.saring.claim.Claims.Row;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the store of claims promises on every database. */
abstract class ClaimsContract {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00.123Z");

    @RegisterExtension
    final TestStore store;

    protected Database database;
    protected Claims claims;
    private Instant now = START;
    private final List<ClaimChanged> news = new ArrayList<>();

    ClaimsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        claims = new Claims(database, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        claims.onChange(news::add);
    }

    @AfterEach
    void close() {
        database.close();
    }

    static ClaimContent content(String text, @Nullable Verdict verdict) {
        return content(Language.ID, text, verdict, LocalDate.of(2026, 2, 3));
    }

    static ClaimContent content(
            Language language, String text, @Nullable Verdict verdict, @Nullable LocalDate reviewedOn) {
        return new ClaimContent(
                language, text, null, verdict, null, null, null, List.of(), List.of(), List.of(), null,
                reviewedOn, null);
    }

    static Row published(String key, String text) {
        return new Row(key, content(text, Verdict.FALSE), ClaimState.PUBLISHED);
    }

    static Row draft(String key, String text) {
        return new Row(key, content(text, null), ClaimState.DRAFT);
    }

    private Claim saved(Row row) {
        claims.saveAll(List.of(row));
        return claims.findByKey(row.key()).orElseThrow();
    }

    @Test
    void a_saved_claim_is_read_back_with_every_field() {
        ClaimContent full = new ClaimContent(
                Language.EN,
                "Garlic 🧄 cures \"it\"\nsays 'them'",
                "Headline",
                Verdict.MISLEADING,
                "Missing context",
                ClaimKind.FALSE_CONTEXT,
                "Summary",
                List.of(new Source("One", "https://example.org/1", "Publisher"),
                new Source("Two", "http://example.org/2", null)),
                List.of("first wording", "second\nwording"),
                List.of("https://example.org/post"),
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 2, 1),
                "Reviewer");
        assertThat(claims.saveAll(List.of(new Row("full", full, ClaimState.PUBLISHED)))).containsExactly(CREATED);

        Claim claim = claims.findByKey("full").orElseThrow();
        assertThat(claim).isEqualTo(new Claim(claim.id(), "full", full, ClaimState.PUBLISHED, 1, START, START));
        assertThat(claims.find(claim.id())).contains(claim);
    }

    @Test
    void a_claim_with_only_a_text_keeps_its_gaps() {
        Claim claim = saved(new Row("bare", content(Language.ID, "teks", null, null), ClaimState.DRAFT));
        assertThat(claim.content()).isEqualTo(content(Language.ID, "teks", null, null));
    }

    @Test
    void an_unknown_claim_is_not_found() {
        assertThat(claims.find(new ClaimId(1))).isEmpty();
        assertThat(claims.findByKey("none")).isEmpty();
    }

    @Test
    void saving_the_same_row_again_changes_nothing() {
        Claim before = saved(published("a", "teks"));
        now = START.plus(Duration.ofDays(1));

        assertThat(claims.saveAll(List.of(published("a", "teks")))).containsExactly(UNCHANGED);
        assertThat(claims.findByKey("a")).contains(before);
        assertThat(claims.storeVersion()).isEqualTo(1);
        assertThat(news).hasSize(1);
    }

    @Test
    void saving_another_content_under_the_same_key_updates_the_claim() {
        Claim before = saved(published("a", "teks"));
        now = START.plus(Duration.ofDays(1));

        assertThat(claims.saveAll(List.of(published("a", "teks baru")))).containsExactly(UPDATED);
        Claim after = claims.findByKey("a").orElseThrow();
        assertThat(after)
                .isEqualTo(new Claim(
                        before.id(), "a", content("teks baru", Verdict.FALSE), ClaimState.PUBLISHED, 2, START, now));
    }

    @Test
    void a_value_that_appears_or_goes_is_a_change() {
        saved(draft("a", "teks"));
        assertThat(claims.saveAll(List.of(new Row("a", content("teks", Verdict.TRUE), ClaimState.DRAFT))))
                .containsExactly(UPDATED);
        assertThat(claims.saveAll(List.of(draft("a", "teks")))).containsExactly(UPDATED);
    }

    @Test
    void the_store_takes_one_step_for_all_rows_of_a_save() {
        saved(published("a", "a"));
        assertThat(claims.saveAll(List.of(published("a", "a"), published("b", "b"), draft("c", "c"),
                published("a", "A"))))
                .containsExactly(UNCHANGED, CREATED, CREATED, UPDATED);
        assertThat(claims.storeVersion()).isEqualTo(2);
        assertThat(claims.findByKey("a").orElseThrow().text()).isEqualTo("A");
        assertThat(news.getLast().storeVersion()).isEqualTo(2);
        assertThat(claims.findAll(news.getLast().claims())).extracting(Claim::key)
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void many_rows_go_in_at_once() {
        List<Row> rows = IntStream.range(0, 1234).mapToObj(i -> published("k" + i, "teks " + i)).toList();
        assertThat(claims.saveAll(rows)).hasSize(1234).containsOnly(CREATED);
        assertThat(claims.saveAll(rows)).hasSize(1234).containsOnly(UNCHANGED);
        assertThat(claims.count(ClaimState.PUBLISHED)).isEqualTo(1234);
        assertThat(news).singleElement().satisfies(n -> assertThat(n.claims()).hasSize(1234).doesNotHaveDuplicates());
    }

    @Test
    void saving_nothing_changes_nothing() {
        assertThat(claims.saveAll(List.of())).isEmpty();
        assertThat(claims.storeVersion()).isZero();
        assertThat(news).isEmpty();
    }

    @Test
    void no_row_returns_a_claim_to_draft_and_the_save_is_undone_as_a_whole() {
        saved(published("a", "teks"));
        RefusedMoveException refused = catchThrowableOfType(
                RefusedMoveException.class, () -> claims.saveAll(List.of(published("b", "b"), draft("a", "teks"))));
        assertThat(refused.refusals()).containsExactly(
                new RefusedMoveException.Refusal(1, "a", "is PUBLISHED and cannot become DRAFT"));
        assertThat(claims.findByKey("b")).isEmpty();
        assertThat(claims.storeVersion()).isEqualTo(1);
        assertThat(news).hasSize(1);
    }

    @Test
    void a_row_without_verdict_cannot_be_published() {
        assertThatThrownBy(() -> new Row("a", content("teks", null), ClaimState.PUBLISHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a verdict");
    }

    @Test
    void an_edit_makes_the_next_version() {
        Claim before = saved(published("a", "teks"));
        now = START.plusSeconds(60);
        Claim after = claims.edit(before.id(), 1, content("teks", Verdict.TRUE));
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.verdict()).isEqualTo(Verdict.TRUE);
        assertThat(after.updatedAt()).isEqualTo(now);
        assertThat(claims.find(before.id())).contains(after);
        assertThat(news.getLast()).isEqualTo(new ClaimChanged(List.of(before.id()), 2));
    }

    @Test
    void an_edit_that_changes_nothing_makes_no_version() {
        Claim before = saved(published("a", "teks"));
        assertThat(claims.edit(before.id(), 1, before.content())).isEqualTo(before);
        assertThat(claims.storeVersion()).isEqualTo(1);
        assertThat(news).hasSize(1);
    }

    @Test
    void an_edit_of_what_somebody_else_changed_is_refused() {
        Claim before = saved(published("a", "teks"));
        claims.edit(before.id(), 1, content("satu", Verdict.FALSE));
        assertThatThrownBy(() -> claims.edit(before.id(), 1, content("dua", Verdict.FALSE)))
                .isInstanceOf(StaleClaimException.class);
        assertThat(claims.find(before.id()).orElseThrow().text()).isEqualTo("satu");
    }

    @Test
    void of_edits_at_once_exactly_one_wins() {
        Claim before = saved(published("a", "teks"));
        List<CompletableFuture<Boolean>> edits = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        claims.edit(before.id(), 1, content("teks " + i, Verdict.FALSE));
                        return true;
                    } catch (StaleClaimException e) {
                        return false;
                    }
                }))
                .toList();
        assertThat(edits.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(claims.find(before.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_published_claim_keeps_a_verdict() {
        Claim before = saved(published("a", "teks"));
        assertThatThrownBy(() -> claims.edit(before.id(), 1, content("teks", null)))
                .isInstanceOf(RefusedMoveException.class)
                .hasMessage("Claim a cannot be published without a verdict");
        assertThat(claims.find(before.id())).contains(before);
    }

    @Test
    void a_claim_moves_from_draft_to_published_to_withdrawn_and_back() {
        Claim draft = saved(new Row("a", content("teks", Verdict.FALSE), ClaimState.DRAFT));
        assertThat(claims.move(draft.id(), 1, ClaimState.PUBLISHED).published()).isTrue();
        assertThat(claims.move(draft.id(), 2, ClaimState.WITHDRAWN).published()).isFalse();
        assertThat(claims.move(draft.id(), 3, ClaimState.PUBLISHED).version()).isEqualTo(4);
        assertThat(claims.storeVersion()).isEqualTo(4);
    }

    @Test
    void forbidden_moves_are_refused() {
        Claim published = saved(published("a", "teks"));
        Claim unverified = saved(draft("b", "teks"));
        assertThatThrownBy(() -> claims.move(published.id(), 1, ClaimState.DRAFT))
                .isInstanceOf(RefusedMoveException.class)
                .hasMessage("Claim a is PUBLISHED and cannot become DRAFT");
        assertThatThrownBy(() -> claims.move(unverified.id(), 1, ClaimState.PUBLISHED))
                .isInstanceOf(RefusedMoveException.class)
                .hasMessage("Claim b cannot be published without a verdict");
        assertThatThrownBy(() -> claims.move(published.id(), 7, ClaimState.WITHDRAWN))
                .isInstanceOf(StaleClaimException.class);
        assertThatThrownBy(() -> claims.move(new ClaimId(999), 1, ClaimState.WITHDRAWN))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(claims.storeVersion()).isEqualTo(2);
    }

    @Test
    void claims_are_found_in_the_order_asked_for() {
        ClaimId a = saved(published("a", "a")).id();
        ClaimId b = saved(published("b", "b")).id();
        assertThat(claims.findAll(List.of(b, new ClaimId(999), a))).extracting(Claim::key).containsExactly("b", "a");
        assertThat(claims.findAll(List.of())).isEmpty();
    }

    @Test
    void claims_known_already_are_found_as_they_are_now_whoever_changed_them() {
        List<ClaimId> ids = List.of(saved(published("a", "lama")).id());
        assertThat(claims.findAll(ids)).extracting(Claim::text).containsExactly("lama");
        // On another replica.
        new Claims(database, Clock.systemUTC()).saveAll(List.of(published("a", "baru")));
        assertThat(claims.findAll(ids)).extracting(Claim::text).containsExactly("baru");
        database.transact(() -> {
            claims.saveAll(List.of(published("a", "terbaru")));
            assertThat(claims.findAll(ids)).extracting(Claim::text).containsExactly("terbaru");
        });
    }

    @Test
    void nothing_is_known_of_a_store_that_became_older() {
        List<ClaimId> ids = List.of(saved(published("a", "dari cadangan")).id());
        claims.saveAll(List.of(published("a", "sesudah cadangan")));
        claims.findAll(ids);
        // As from a backup, and then changed otherwise than before.
        database.write().sql("UPDATE claim SET text = 'dari cadangan'").update();
        database.write().sql("UPDATE store_version SET value = value - 1").update();
        assertThat(claims.findAll(ids)).extracting(Claim::text).containsExactly("dari cadangan");
        claims.saveAll(List.of(published("a", "lain")));
        assertThat(claims.findAll(ids)).extracting(Claim::text).containsExactly("lain");
    }

    @Test
    void claims_are_found_by_their_keys() {
        claims.saveAll(IntStream.range(0, 250).mapToObj(i -> draft("k" + i, "t")).toList());
        List<String> keys = new ArrayList<>(IntStream.range(0, 250).mapToObj(i -> "k" + i).toList());
        keys.add("none");
        assertThat(claims.findAllByKey(keys)).hasSize(250).extracting(Claim::key).doesNotContain("none");
    }

    @Test
    void the_latest_are_the_published_ones_by_review_and_then_by_age() {
        claims.saveAll(List.of(
                new Row("undated", content(Language.ID, "a", Verdict.TRUE, null), ClaimState.PUBLISHED),
                new Row("old", content(Language.ID, "b", Verdict.TRUE, LocalDate.of(2019, 12, 31)),
                ClaimState.PUBLISHED),
                new Row("new", content(Language.EN, "c", Verdict.TRUE, LocalDate.of(2026, 1, 1)), ClaimState.PUBLISHED),
                new Row("newer", content(Language.ID, "d", Verdict.TRUE, LocalDate.of(2026, 1, 1)),
                ClaimState.PUBLISHED),
                draft("draft", "e")));
        Page<Claim> all = claims.latest(null, 0, 10);
        assertThat(all.items()).extracting(Claim::key).containsExactly("newer", "new", "old", "undated");
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.hasNext()).isFalse();
        Page<Claim> second = claims.latest(Language.ID, 1, 1);
        assertThat(second.items()).extracting(Claim::key).containsExactly("old");
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.hasNext()).isTrue();
        assertThat(claims.count(ClaimState.DRAFT)).isEqualTo(1);
        assertThat(claims.count(ClaimState.WITHDRAWN)).isZero();
    }

    @Test
    void every_claim_is_visited_in_the_order_of_its_id() {
        claims.saveAll(IntStream.range(0, 1500).mapToObj(i -> draft("k" + i, "t")).toList());
        List<Claim> visited = new ArrayList<>();
        claims.forEach(visited::add);
        assertThat(visited).hasSize(1500).extracting(Claim::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_changed_since_a_version_is_visited_oldest_change_first() {
        claims.saveAll(IntStream.range(0, 1200).mapToObj(i -> draft("k" + i, "t")).toList());
        saved(published("later", "teks"));
        saved(published("k5", "baru"));

        List<String> sinceFirst = new ArrayList<>();
        claims.forEachChangedSince(1, claim -> sinceFirst.add(claim.key()));
        assertThat(sinceFirst).containsExactly("later", "k5");

        List<Claim> sinceStart = new ArrayList<>();
        claims.forEachChangedSince(0, sinceStart::add);
        assertThat(sinceStart).hasSize(1201).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(sinceStart.getLast().key()).isEqualTo("k5");

        claims.forEachChangedSince(claims.storeVersion(), claim -> assertThat(claim).isNull());
    }

    @Test
    void listeners_hear_of_a_change_only_when_it_is_committed() {
        database.transact(() -> {
            claims.saveAll(List.of(published("a", "teks")));
            assertThat(news).isEmpty();
            assertThat(claims.findByKey("a")).as("own transaction sees it").isPresent();
        });
        assertThat(news).hasSize(1);

        assertThatThrownBy(() -> database.transact(() -> {
                    claims.saveAll(List.of(published("b", "teks")));
                    throw new IllegalStateException("undo");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(news).hasSize(1);
        assertThat(claims.findByKey("b")).isEmpty();
    }

    @Test
    void a_listener_that_fails_hinders_nobody() {
        claims.onChange(n -> {
            throw new IllegalStateException("broken listener");
        });
        List<ClaimChanged> later = new ArrayList<>();
        claims.onChange(later::add);
        assertThat(claims.saveAll(List.of(published("a", "teks")))).containsExactly(CREATED);
        assertThat(later).isEqualTo(news).hasSize(1);
    }

    @Test
    void a_listener_may_read_and_save_claims_itself() {
        List<String> seen = new ArrayList<>();
        claims.onChange(n -> {
            claims.findAll(n.claims()).forEach(claim -> seen.add(claim.key()));
            if (claims.findByKey("b").isEmpty()) {
                claims.saveAll(List.of(published("b", "teks")));
            }
        });
        claims.saveAll(List.of(published("a", "teks")));
        assertThat(seen).containsExactly("a", "b");
        assertThat(news).hasSize(2);
        assertThat(database.read().sql("SELECT count(*) FROM claim").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void claims_outlive_the_process() {
        Claim before = saved(published("a", "teks"));
        database.close();
        database = store.open();
        assertThat(new Claims(database, Clock.systemUTC()).findByKey("a")).contains(before);
    }

    @Test
    void a_text_may_hold_what_is_no_text() {
        Claim claim = saved(published("a", "nul \0 and half an emoji \ud83e"));
        assertThat(claim.content().text()).startsWith("nul  and half an emoji");
        assertThat(claims.saveAll(List.of(published("a", "nul \0 and half an emoji \ud83e"))))
                .containsExactly(UNCHANGED);
    }
}
