package id.saring.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.LookupFilter.Effort;
import id.saring.audit.LookupFilter.What;
import id.saring.audit.LookupFilter.When;
import id.saring.audit.LookupFilter.Who;
import id.saring.core.Channel;
import id.saring.core.Door;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.TraceId;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the search of the log promises on every database. */
abstract class LookupSearchContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int COUNT = 3_000;

    /** Lookups the sieve looks at, and lets all through. */
    private static final UnaryOperator<List<LookupEntry>> ALL = UnaryOperator.identity();

    @RegisterExtension
    final TestStore store;

    private Database database;
    private LookupSearch search;
    private List<Lookup> lookups;

    LookupSearchContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void fill() {
        database = store.open();
        search = new LookupSearch(database);
        lookups = IntStream.range(0, COUNT).mapToObj(LookupSearchContract::lookup).toList();
        Lookups log = new Lookups(database);
        database.transact(() -> lookups.forEach(log::add));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_filter_finds_what_a_plain_search_through_all_finds() {
        Pseudonym asker = asker(7);
        ClaimId claim = new ClaimId(3);
        TraceId trace = TraceId.of(key(1234));
        assertFinds(LookupFilter.ALL, l -> true);
        assertFinds(who(new Who(Door.WHATSAPP, null, null, null)), l -> l.asked().door() == Door.WHATSAPP);
        assertFinds(who(new Who(null, asker, null, null)), l -> l.asked().asker().equals(asker));
        assertFinds(who(new Who(null, null, Language.EN, null)), l -> l.language() == Language.EN);
        assertFinds(who(new Who(null, null, null, "OFTEN")), l -> l.asked().forwarding().equals("OFTEN"));
        assertFinds(what(new What("not_found", null, null, null)), l -> l.outcome().equals("not_found"));
        assertFinds(what(new What(null, claim, null, null)), l -> l.answer() != null
                && l.answer().claim().equals(claim));
        assertFinds(what(new What(null, null, 0.5, 0.75)), l -> confident(l, 0.5, 0.75));
        assertFinds(effort(new Effort(Duration.ofMillis(20), Duration.ofMillis(30), null)),
                l -> l.latency().toMillis() >= 20
                && l.latency().compareTo(Duration.ofMillis(30)) <= 0);
        assertFinds(effort(new Effort(null, null, true)), Lookup::cacheHit);
        assertFinds(effort(new Effort(null, null, false)), l -> !l.cacheHit());
        assertFinds(
                new LookupFilter(When.EVER, Who.ANYBODY, What.ANYTHING, Effort.ANY, trace),
                l -> TraceId.of(l.asked().messageKey()).equals(trace));
        Instant from = NOON.plusSeconds(100);
        Instant until = NOON.plusSeconds(200);
        assertFinds(
                new LookupFilter(new When(from, until), Who.ANYBODY, What.ANYTHING, Effort.ANY, null),
                l -> !l.at().isBefore(from) && l.at().isBefore(until));
    }

    @Test
    void all_filters_together_find_what_all_of_them_let_through() {
        Instant from = NOON.plusSeconds(10);
        LookupFilter filter = new LookupFilter(
                new When(from, null),
                new Who(Door.WHATSAPP, null, Language.ID, null),
                new What("match", new ClaimId(1), 0.1, null),
                new Effort(null, Duration.ofMillis(45), false),
                null);
        assertFinds(filter, l -> !l.at().isBefore(from)
                && l.asked().door() == Door.WHATSAPP
                && l.language() == Language.ID
                && l.answer() != null
                && l.answer().claim().equals(new ClaimId(1))
                && confident(l, 0.1, 1)
                && l.latency().compareTo(Duration.ofMillis(45)) <= 0
                && !l.cacheHit());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat_also_where_lookups_share_a_moment() {
        List<Lookup> paged = new ArrayList<>();
        LookupPlace place = LookupPlace.END;
        while (place != null) {
            LookupFindings page = search.search(LookupFilter.ALL, place, 77, ALL, LONG);
            page.entries().forEach(entry -> paged.add(entry.lookup()));
            place = page.next();
        }
        assertThat(paged).isEqualTo(newestFirst(l -> true));
    }

    @Test
    void a_search_that_runs_out_of_time_goes_on_from_where_it_stopped() {
        Lookup oldest = lookups.getFirst();
        UnaryOperator<List<LookupEntry>> sieve = some ->
                some.stream().filter(entry -> entry.lookup().equals(oldest)).toList();
        List<LookupEntry> found = new ArrayList<>();
        LookupPlace place = LookupPlace.END;
        int steps = 0;
        while (place != null) {
            LookupFindings part = search.search(LookupFilter.ALL, place, 10, sieve, Duration.ZERO);
            found.addAll(part.entries());
            place = part.next();
            steps++;
        }
        assertThat(steps).isGreaterThan(5);
        assertThat(found).singleElement().satisfies(entry -> assertThat(entry.lookup()).isEqualTo(oldest));
    }

    @Test
    void what_is_found_has_the_trace_its_message_has() {
        LookupEntry newest = search.search(LookupFilter.ALL, LookupPlace.END, 1, ALL, LONG).entries().getFirst();
        assertThat(newest.trace()).isEqualTo(TraceId.of(newest.lookup().asked().messageKey()));
        assertThat(newest.question())
                .hasValueSatisfying(key -> assertThat(newest.lookup().asked().messageKey()).endsWith(key.value()));
        assertThat(search.find(newest.id())).contains(newest);
        assertThat(search.find(-1)).isEmpty();
        assertThat(LookupPlace.of(newest.place().toString())).contains(newest.place());
        assertThat(LookupPlace.of("yesterday")).isEmpty();
    }

    private void assertFinds(LookupFilter filter, Predicate<Lookup> expected) {
        List<Lookup> found = search.search(filter, LookupPlace.END, COUNT, ALL, LONG).entries().stream()
                .map(LookupEntry::lookup)
                .toList();
        assertThat(found).isNotEmpty().isEqualTo(newestFirst(expected));
    }

    private List<Lookup> newestFirst(Predicate<Lookup> which) {
        return lookups.stream().filter(which).toList().reversed();
    }

    private static boolean confident(Lookup lookup, double least, double most) {
        Lookup.Answer answer = lookup.answer();
        return answer != null && answer.confidence() >= least && answer.confidence() <= most;
    }

    private static LookupFilter who(Who who) {
        return new LookupFilter(When.EVER, who, What.ANYTHING, Effort.ANY, null);
    }

    private static LookupFilter what(What what) {
        return new LookupFilter(When.EVER, Who.ANYBODY, what, Effort.ANY, null);
    }

    private static LookupFilter effort(Effort effort) {
        return new LookupFilter(When.EVER, Who.ANYBODY, What.ANYTHING, effort, null);
    }

    private static Lookup lookup(int i) {
        Channel channel = Channel.values()[i % 3];
        Lookup.@Nullable Answer answer =
                i % 2 == 0 ? new Lookup.Answer(new ClaimId(1 + i % 11), 1, (i % 100) / 100.0) : null;
        return new Lookup(
                NOON.plusSeconds(i / 4),
                new Lookup.Asked(channel, asker(i % 50), i % 5 == 0 ? "OFTEN" : "NONE", key(i)),
                i % 7 == 0 ? Language.EN : Language.ID,
                answer == null ? "not_found" : "match",
                answer,
                List.of(),
                Duration.ofMillis(i % 60),
                i % 13 == 0);
    }

    private static Pseudonym asker(int number) {
        return new Pseudonym("%032x".formatted(number));
    }

    private static String key(int number) {
        return Channel.values()[number % 3].name().toLowerCase(Locale.ROOT) + ":%032x".formatted(number);
    }
}
