package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Signature;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.ClaimQuery.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What moderators see listed. */
class ClaimCatalogTest {
    private static final Signature ANI = Signature.of("ani", null);

    @RegisterExtension
    final TestStore store = TestStore.sqlite();

    @TempDir
    private Path dir;

    private Claims claims;
    private ClaimCatalog catalog;

    @BeforeEach
    void open() {
        Database database = store.open();
        claims = new Claims(database, Clock.systemUTC());
        catalog = ClaimCatalog.open(claims, dir);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private static ClaimContent content(
            Language language, String text, @Nullable Verdict verdict, @Nullable LocalDate reviewedOn) {
        return new ClaimContent(
                language, text, null, verdict, null, null, null, List.of(), List.of(), List.of(), null,
                reviewedOn, null);
    }

    private static ClaimContent content(String text, Verdict verdict) {
        return content(Language.ID, text, verdict, null);
    }

    private Claim draft(String text) {
        return claims.create(null, content(text, Verdict.FALSE), ClaimState.DRAFT, ANI);
    }

    @Test
    void the_list_finds_every_word_by_its_beginning_wherever_it_stands_and_whatever_its_case() {
        draft("Bawang PUTIH menyembuhkan flu");
        Claim other = draft("Café tutup");
        claims.learn(other.id(), "bawang merah", ANI);
        assertThat(texts(text("bawang"))).containsExactly("Café tutup", "Bawang PUTIH menyembuhkan flu");
        assertThat(texts(text("putih  BAWANG"))).containsExactly("Bawang PUTIH menyembuhkan flu");
        assertThat(texts(text("cafe"))).containsExactly("Café tutup");
        assertThat(texts(text("#" + other.id()))).contains("Café tutup");
        assertThat(texts(text("%"))).isEmpty();
        assertThat(texts(text("teh"))).isEmpty();
        assertThat(texts(text("menyem"))).hasSize(1);
    }

    @Test
    void the_list_is_filtered_by_each_facet_at_once() {
        ClaimContent english = content(Language.EN, "garlic", Verdict.TRUE, LocalDate.of(2026, 2, 1));
        claims.create(null, english, ClaimState.PUBLISHED, ANI);
        claims.create(null, content(Language.ID, "jahe", Verdict.TRUE, null), ClaimState.DRAFT, ANI);
        draft("bawang");
        assertThat(texts(new ClaimQuery("", ClaimState.PUBLISHED, null, null, null, null, null, Order.CHANGED)))
                .containsExactly("garlic");
        assertThat(texts(new ClaimQuery("", null, Verdict.TRUE, null, null, null, null, Order.CHANGED)))
                .containsExactly("jahe", "garlic");
        assertThat(texts(new ClaimQuery("ja", ClaimState.DRAFT, Verdict.TRUE, Language.ID, null, null, null,
                Order.CHANGED)))
                .containsExactly("jahe");
        assertThat(texts(new ClaimQuery("", null, null, null, ClaimKind.FALSE_CONTEXT, null, null, Order.CHANGED)))
                .isEmpty();
        LocalDate day = LocalDate.of(2026, 2, 1);
        assertThat(texts(new ClaimQuery("", null, null, null, null, day, day, Order.CHANGED)))
                .containsExactly("garlic");
        assertThat(texts(new ClaimQuery("", null, null, null, null, null, day.minusDays(1), Order.CHANGED))).isEmpty();
    }

    @Test
    void the_list_has_an_order_and_pages() {
        claims.create(null, content(Language.ID, "a", Verdict.TRUE, LocalDate.of(2026, 5, 1)), ClaimState.DRAFT, ANI);
        claims.create(null, content(Language.ID, "b", Verdict.TRUE, null), ClaimState.DRAFT, ANI);
        claims.create(null, content(Language.ID, "c", Verdict.TRUE, LocalDate.of(2026, 6, 1)), ClaimState.DRAFT, ANI);
        assertThat(texts(in(Order.CHANGED))).containsExactly("c", "b", "a");
        assertThat(texts(in(Order.FORGOTTEN))).containsExactly("a", "b", "c");
        assertThat(texts(in(Order.REVIEWED))).containsExactly("c", "a", "b");
        Page<Claim> second = catalog.list(in(Order.CREATED), 1, 1);
        assertThat(second.items()).extracting(Claim::text).containsExactly("b");
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.hasNext()).isTrue();
    }

    @Test
    void the_list_shows_a_change_at_once() {
        Claim claim = draft("bawang");
        claims.move(claim.id(), 1, ClaimState.PUBLISHED, ANI);
        claims.edit(claim.id(), 2, content("jahe", Verdict.TRUE), ANI);
        assertThat(texts(text("bawang"))).isEmpty();
        assertThat(texts(new ClaimQuery("jahe", ClaimState.PUBLISHED, Verdict.TRUE, null, null, null, null,
                Order.CHANGED)))
                .containsExactly("jahe");
    }

    private static ClaimQuery text(String text) {
        return new ClaimQuery(text, null, null, null, null, null, null, Order.CHANGED);
    }

    private static ClaimQuery in(Order order) {
        return new ClaimQuery("", null, null, null, null, null, null, order);
    }

    private List<String> texts(ClaimQuery query) {
        return catalog.list(query, 0, 50).items().stream().map(Claim::text).toList();
    }

    @Test
    void a_catalog_opened_again_goes_on_where_it_was_and_one_of_another_store_is_made_anew() {
        draft("bawang");
        assertThat(texts(ClaimQuery.ALL)).hasSize(1);
        catalog.close();
        Claims elsewhere = new Claims(store.open(), Clock.systemUTC());
        elsewhere.create(null, content("jahe", Verdict.TRUE), ClaimState.DRAFT, ANI);
        catalog = ClaimCatalog.open(elsewhere, dir);
        assertThat(texts(ClaimQuery.ALL)).containsExactly("jahe", "bawang");
    }

    @Test
    void what_another_process_saved_is_listed_at_once() {
        assertThat(texts(ClaimQuery.ALL)).isEmpty();
        new Claims(store.open(), Clock.systemUTC()).create(null, content("jahe", Verdict.TRUE), ClaimState.DRAFT, ANI);
        assertThat(texts(ClaimQuery.ALL)).containsExactly("jahe");
    }

    @Test
    void pages_end_where_nobody_turns_any_more() {
        IntStream.range(0, 5).forEach(i -> draft("k" + i));
        Page<Claim> page = catalog.list(ClaimQuery.ALL, ClaimCatalog.DEEPEST + 1, 2);
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(5);
    }
}
