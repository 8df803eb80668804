package id.saring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.core.Channel;
import id.saring.core.Door;
import id.saring.core.TraceId;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the record of lookups promises on every database. */
abstract class LookupsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Pseudonym ANI = new Pseudonym("0123456789abcdef0123456789abcdef");
    private static final Pseudonym BUDI = new Pseudonym("fedcba9876543210fedcba9876543210");
    private static final ClaimId CLAIM = new ClaimId(42);

    @RegisterExtension
    final TestStore store;

    private Database database;
    private Lookups lookups;

    LookupsContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        lookups = new Lookups(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_lookup_comes_back_as_it_was_recorded() {
        Lookup matched = lookup(ANI, NOON, new Lookup.Answer(CLAIM, 3, 0.975));
        Lookup unanswered = lookup(BUDI, NOON, null);
        lookups.add(matched);
        lookups.add(unanswered);
        assertThat(lookups.lastOf(ANI)).contains(matched);
        assertThat(lookups.lastOf(BUDI)).contains(unanswered);
    }

    @Test
    void who_is_not_known_has_no_pseudonym_and_all_of_them_count_as_one() {
        TraceId trace = TraceId.random();
        for (int i = 0; i < 5; i++) {
            Lookup.Asked asked = Lookup.Asked.directly(Door.API, trace);
            lookups.add(new Lookup(NOON, asked, Language.EN, "match", new Lookup.Answer(CLAIM, 1, 0.9), List.of(),
                    Duration.ofMillis(2), false), trace);
        }
        ClaimId other = new ClaimId(43);
        lookups.add(lookup(ANI, NOON, new Lookup.Answer(other, 1, 0.9)));
        lookups.add(lookup(BUDI, NOON, new Lookup.Answer(other, 1, 0.9)));
        assertThat(lookups.mostAsked(NOON, 2)).containsExactly(other, CLAIM);
        LookupFilter.Who api = new LookupFilter.Who(Door.API, null, null, null);
        LookupFilter filter = new LookupFilter(LookupFilter.When.EVER, api, LookupFilter.What.ANYTHING,
                LookupFilter.Effort.ANY, null);
        assertThat(new LookupSearch(database).search(filter, LookupPlace.END, 9, all -> all, Duration.ofSeconds(9))
                .entries()).hasSize(5).allSatisfy(entry -> {
                    assertThat(entry.trace()).isEqualTo(trace);
                    assertThat(entry.lookup().asked().asker()).isNull();
                });
    }

    @Test
    void the_last_lookup_of_a_person_is_the_latest_of_theirs() {
        assertThat(lookups.lastOf(ANI)).isEmpty();
        Lookup latest = lookup(ANI, NOON.plusMillis(1), null);
        lookups.add(lookup(ANI, NOON, new Lookup.Answer(CLAIM, 3, 0.9)));
        lookups.add(latest);
        lookups.add(lookup(BUDI, NOON.plusSeconds(60), null));
        assertThat(lookups.lastOf(ANI)).contains(latest);
    }

    @Test
    void lookups_are_counted_from_a_moment_on_for_all_and_for_one_person() {
        lookups.add(lookup(ANI, NOON.minusMillis(1), null));
        lookups.add(lookup(ANI, NOON, null));
        lookups.add(lookup(BUDI, NOON.plusSeconds(1), null));
        assertThat(lookups.countSince(NOON)).isEqualTo(2);
        assertThat(lookups.countSince(ANI, NOON)).isEqualTo(1);
        assertThat(lookups.countSince(ANI, Instant.EPOCH)).isEqualTo(2);
    }

    @Test
    void a_lookup_belongs_to_the_transaction_of_the_caller() {
        assertThatThrownBy(() -> database.transact(() -> {
                    lookups.add(lookup(ANI, NOON, null));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(lookups.countSince(Instant.EPOCH)).isZero();
    }

    @Test
    void of_what_a_person_says_about_an_answer_the_last_word_counts() {
        lookups.note(new Feedback(CLAIM, 3, ANI, true, NOON));
        lookups.note(new Feedback(CLAIM, 3, BUDI, true, NOON));
        lookups.note(new Feedback(CLAIM, 3, ANI, false, NOON.plusSeconds(1)));
        lookups.note(new Feedback(CLAIM, 4, ANI, true, NOON.plusSeconds(2)));
        lookups.note(new Feedback(new ClaimId(43), 1, ANI, true, NOON));
        assertThat(lookups.feedbackOn(CLAIM)).isEqualTo(new Feedback.Tally(2, 1));
        assertThat(lookups.feedbackOn(new ClaimId(44))).isEqualTo(new Feedback.Tally(0, 0));
    }

    @Test
    void a_judged_answer_is_that_of_the_last_lookup_before_the_judgement() {
        lookups.add(lookup(ANI, NOON, new Lookup.Answer(CLAIM, 3, 0.8)));
        lookups.add(lookup(ANI, NOON.plusSeconds(10), new Lookup.Answer(CLAIM, 3, 0.9)));
        lookups.add(lookup(ANI, NOON.plusSeconds(20), new Lookup.Answer(CLAIM, 3, 0.7)));
        lookups.add(lookup(BUDI, NOON.plusSeconds(5), new Lookup.Answer(CLAIM, 3, 0.75)));
        lookups.add(lookup(BUDI, NOON.plusSeconds(6), new Lookup.Answer(CLAIM, 4, 0.95)));
        lookups.note(new Feedback(CLAIM, 3, ANI, true, NOON.plusSeconds(15)));
        lookups.note(new Feedback(CLAIM, 4, BUDI, false, NOON.plusSeconds(30)));
        lookups.note(new Feedback(new ClaimId(7), 1, BUDI, true, NOON.plusSeconds(30)));
        assertThat(lookups.judgedSince(NOON))
                .containsExactly(new JudgedAnswer("match", 0.9, true), new JudgedAnswer("match", 0.95, false));
        assertThat(lookups.judgedSince(NOON.plusSeconds(11))).isEmpty();
    }

    private static Lookup lookup(Pseudonym asker, Instant at, Lookup.@Nullable Answer answer) {
        return new Lookup(
                at,
                new Lookup.Asked(Channel.TELEGRAM, asker, "FORWARDED", "telegram:00ff"),
                Language.ID,
                answer == null ? "candidates" : "match",
                answer,
                List.of(CLAIM, new ClaimId(7)),
                Duration.ofNanos(1_234_000),
                answer != null);
    }
}
