package id.saring.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.db.TestStore;
import id.saring.queue.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What signing in, sessions and second factors promise on every database. */
abstract class SignInContract {
    private static final String WRONG = "salah sama sekali";

    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private AccountParts parts;
    private Account siti;

    SignInContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        parts = new AccountParts(store.open(), clock, null);
        siti = parts.active("siti", Role.MODERATOR);
    }

    @Test
    void a_session_is_found_after_a_restart_and_by_other_replicas() {
        Key key = parts.enter("siti");
        AccountParts replica = new AccountParts(store.open(), clock, null);
        assertThat(replica.sessions.find(key)).hasValueSatisfying(signedIn -> {
            assertThat(signedIn.account().name()).isEqualTo("siti");
            assertThat(signedIn.ready()).isTrue();
        });
        assertThat(key.toString()).doesNotContain(key.value());
    }

    @Test
    void a_session_ends_when_it_is_idle_too_long_or_too_old() {
        Key idle = parts.enter("siti");
        clock.advance(Duration.ofHours(23));
        assertThat(parts.sessions.find(idle)).isPresent();
        clock.advance(Duration.ofHours(24));
        assertThat(parts.sessions.find(idle)).isEmpty();

        Key busy = parts.enter("siti");
        for (int day = 0; day < 27; day++) {
            assertThat(parts.sessions.find(busy)).isPresent();
            clock.advance(Duration.ofHours(12));
        }
        clock.advance(Duration.ofHours(12));
        assertThat(parts.sessions.find(busy)).isEmpty();
        parts.sessions.tidy();
        assertThat(parts.database.read().sql("SELECT count(*) FROM account_session").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_session_is_ended_there_from_here_but_not_by_others() {
        Key here = parts.enter("siti");
        Key there = parts.enter("siti");
        Account budi = parts.active("budi", Role.ADMIN);
        SignedIn atHere = parts.sessions.find(here).orElseThrow();
        SignedIn atThere = parts.sessions.find(there).orElseThrow();
        assertThat(parts.sessions.of(siti)).hasSize(2);
        parts.signIn.out(AccountParts.as(budi), budi, atThere.session());
        assertThat(parts.sessions.find(there)).isPresent();
        parts.signIn.out(AccountParts.as(siti), siti, atThere.session());
        assertThat(parts.sessions.find(there)).isEmpty();
        Key again = parts.enter("siti");
        parts.signIn.outElsewhere(AccountParts.as(siti), atHere);
        assertThat(parts.sessions.find(again)).isEmpty();
        assertThat(parts.sessions.find(here)).isPresent();
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        Key there = parts.enter("siti");
        Key here = parts.enter("siti");
        SignedIn signedIn = parts.sessions.find(here).orElseThrow();
        assertThat(parts.own.changePassword(AccountParts.as(siti), signedIn, AccountParts.PASSWORD))
                .contains(Weakness.SAME);
        assertThat(parts.own.changePassword(AccountParts.as(siti), signedIn, "another good password")).isEmpty();
        assertThat(parts.sessions.find(here)).isPresent();
        assertThat(parts.sessions.find(there)).isEmpty();
        assertThat(parts.own.prove(siti, AccountParts.PASSWORD)).isEqualTo(OwnAccount.Proof.WRONG);
        assertThat(parts.own.prove(siti, "another good password")).isEqualTo(OwnAccount.Proof.RIGHT);
    }

    @Test
    void a_password_is_not_the_same_with_other_capitals_or_cut_short_but_is_however_it_is_encoded() {
        Account umi = parts.accounts.find(siti.id()).orElseThrow();
        String password = "caf\u00e9 di ujung jalan " + "x".repeat(60) + "!";
        Key here = parts.enter("siti");
        parts.own.changePassword(AccountParts.as(umi), parts.sessions.find(here).orElseThrow(), password);
        assertThat(parts.own.prove(umi, "cafe\u0301 di ujung jalan " + "x".repeat(60) + "!"))
                .isEqualTo(OwnAccount.Proof.RIGHT);
        assertThat(parts.own.prove(umi, password.substring(0, password.length() - 1)))
                .isEqualTo(OwnAccount.Proof.WRONG);
        assertThat(parts.own.prove(umi, "C" + password.substring(1))).isEqualTo(OwnAccount.Proof.WRONG);
    }

    @Test
    void guessing_gets_slower_and_slower_and_never_stops_for_good() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            waits.add(guess("siti"));
        }
        assertThat(waits.subList(0, 5)).containsOnly(Duration.ZERO);
        assertThat(waits.subList(5, 9)).containsExactly(
                Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(waits.getLast()).isEqualTo(Duration.ofMinutes(5));
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Wait.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Entered.class);
        assertThat(guess("siti")).isZero();
    }

    @Test
    void a_name_that_nobody_has_is_answered_exactly_like_one_that_somebody_has() {
        Account closed = parts.active("closed", Role.MODERATOR);
        parts.accounts.disable(id.saring.audit.Actor.TERMINAL, closed.id());
        parts.accounts.invite(id.saring.audit.Actor.TERMINAL, "invited", Role.MODERATOR);
        List<Duration> known = guesses("siti");
        assertThat(guesses("nobody")).isEqualTo(known);
        assertThat(guesses("closed")).isEqualTo(known);
        assertThat(guesses("invited")).isEqualTo(known);
    }

    private List<Duration> guesses(String name) {
        clock.advance(Duration.ofDays(2));
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waits.add(guess(name));
        }
        return waits;
    }

    @Test
    void an_attempt_that_comes_too_early_is_not_looked_at_and_does_not_make_it_worse() {
        for (int i = 0; i < 6; i++) {
            guess("siti");
        }
        Duration wait = ((SignIn.Outcome.Wait) parts.withPassword("siti", AccountParts.PASSWORD)).time();
        for (int i = 0; i < 10; i++) {
            assertThat(parts.withPassword("siti", WRONG)).isEqualTo(new SignIn.Outcome.Wait(wait));
        }
    }

    @Test
    void many_guesses_at_the_same_time_are_no_way_around_the_delay() throws Exception {
        AccountParts replica = new AccountParts(store.open(), clock, null);
        int looked = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<SignIn.Outcome>> guesses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                AccountParts at = i % 2 == 0 ? parts : replica;
                SignIn.From from = new SignIn.From("address" + i, "?", null);
                guesses.add(threads.submit(() -> at.signIn.withPassword("siti", WRONG, from)));
            }
            for (Future<SignIn.Outcome> guess : guesses) {
                looked += guess.get() instanceof SignIn.Outcome.Refused ? 1 : 0;
            }
        }
        assertThat(looked).isEqualTo(5);
    }

    @Test
    void a_browser_known_from_before_is_not_kept_waiting_by_strangers_but_cannot_guess_either() {
        String mark = ((SignIn.Outcome.Entered) parts.withPassword("siti", AccountParts.PASSWORD)).mark();
        parts.active("budi", Role.MODERATOR);
        for (int i = 0; i < 7; i++) {
            parts.signIn.withPassword("siti", WRONG, new SignIn.From("stranger" + i, "?", null));
            parts.signIn.withPassword("budi", WRONG, new SignIn.From("stranger" + i, "?", null));
        }
        assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Wait.class);
        assertThat(withMark("budi", AccountParts.PASSWORD, mark)).as("a mark of another")
                .isInstanceOf(SignIn.Outcome.Wait.class);
        String forged = mark.substring(0, 42) + (mark.charAt(42) == '0' ? '1' : '0') + mark.substring(43);
        assertThat(withMark("siti", AccountParts.PASSWORD, forged))
                .as("a forged mark")
                .isInstanceOf(SignIn.Outcome.Wait.class);
        assertThat(withMark("siti", AccountParts.PASSWORD, mark)).isInstanceOf(SignIn.Outcome.Entered.class);
        for (int i = 0; i < 5; i++) {
            assertThat(withMark("siti", WRONG, mark)).isInstanceOf(SignIn.Outcome.Refused.class);
        }
        assertThat(withMark("siti", WRONG, mark)).isInstanceOf(SignIn.Outcome.Wait.class);
    }

    private SignIn.Outcome withMark(String name, String password, String mark) {
        return parts.signIn.withPassword(name, password, new SignIn.From("at home", "?", mark));
    }

    @Test
    void an_address_that_tries_many_names_has_to_wait_and_ones_own_account_does_not_clear_it() {
        for (int i = 0; i < 19; i++) {
            assertThat(parts.withPassword("name" + i, WRONG)).isInstanceOf(SignIn.Outcome.Refused.class);
            assertThat(parts.withPassword("siti", AccountParts.PASSWORD)).isInstanceOf(SignIn.Outcome.Entered.class);
        }
        parts.withPassword("name19", WRONG);
        assertThat(parts.withPassword("name20", WRONG)).isInstanceOf(SignIn.Outcome.Wait.class);
        assertThat(parts.signIn.withPassword("name20", WRONG, new SignIn.From("elsewhere", "?", null)))
                .isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void a_second_factor_is_asked_for_and_its_code_is_good_once() {
        byte[] key = factor();
        SignIn.Outcome.Entered half = (SignIn.Outcome.Entered) parts.withPassword("siti", AccountParts.PASSWORD);
        assertThat(half.stage()).isEqualTo(SignedIn.Stage.SECOND_FACTOR);
        SignedIn signedIn = parts.sessions.find(half.key()).orElseThrow();
        assertThat(signedIn.ready()).isFalse();
        assertThat(parts.sessions.of(siti)).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        String code = Totp.code(key, Totp.step(clock.instant()));
        assertThat(parts.signIn.withCode(signedIn, "000000", AccountParts.HERE))
                .isInstanceOf(SignIn.Outcome.Refused.class);
        SignIn.Outcome.Entered full = (SignIn.Outcome.Entered) parts.signIn.withCode(signedIn, code, AccountParts.HERE);
        assertThat(parts.sessions.find(full.key()).orElseThrow().ready()).isTrue();
        assertThat(parts.sessions.find(half.key())).as("the half session's key").isEmpty();

        SignedIn second = half();
        assertThat(parts.signIn.withCode(second, code, AccountParts.HERE)).isInstanceOf(SignIn.Outcome.Refused.class);
        String earlier = Totp.code(key, Totp.step(clock.instant()) - 1);
        assertThat(parts.signIn.withCode(second, earlier, AccountParts.HERE))
                .isInstanceOf(SignIn.Outcome.Refused.class);
        String later = Totp.code(key, Totp.step(clock.instant()) + 1);
        assertThat(parts.signIn.withCode(second, later, AccountParts.HERE)).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void a_code_sent_twice_at_the_same_time_lets_one_in() throws Exception {
        byte[] key = factor();
        clock.advance(Duration.ofSeconds(30));
        String code = Totp.code(key, Totp.step(clock.instant()));
        AccountParts replica = new AccountParts(store.open(), clock, null);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = threads.submit(() -> parts.factors.accepts(siti, code));
            Future<Boolean> two = threads.submit(() -> replica.factors.accepts(siti, code));
            assertThat(one.get() ^ two.get()).isTrue();
        }
    }

    @Test
    void a_half_session_does_not_last_and_its_codes_cannot_be_tried_fast() {
        factor();
        SignedIn half = half();
        for (int i = 0; i < 5; i++) {
            assertThat(parts.signIn.withCode(half, "123456", AccountParts.HERE))
                    .isInstanceOf(SignIn.Outcome.Refused.class);
        }
        assertThat(parts.signIn.withCode(half, "123456", AccountParts.HERE)).isInstanceOf(SignIn.Outcome.Wait.class);
        Key key = ((SignIn.Outcome.Entered) parts.withPassword("siti", AccountParts.PASSWORD)).key();
        clock.advance(Duration.ofMinutes(10));
        assertThat(parts.sessions.find(key)).isEmpty();
    }

    @Test
    void a_recovery_code_lets_in_once_however_it_is_typed() {
        parts.factors.begin(siti);
        byte[] key = Totp.fromBase32(parts.factors.begun(siti).orElseThrow().secret());
        List<String> codes = parts.factors
                .confirm(AccountParts.as(siti), siti, Totp.code(key, Totp.step(clock.instant())))
                .orElseThrow();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        String typed = " " + codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(parts.signIn.withCode(half(), typed, AccountParts.HERE)).isInstanceOf(SignIn.Outcome.Entered.class);
        assertThat(parts.signIn.withCode(half(), typed, AccountParts.HERE)).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(parts.factors.recoveryCodesLeft(siti)).isEqualTo(9);
        parts.factors.renewRecoveryCodes(AccountParts.as(siti), siti);
        assertThat(parts.signIn.withCode(half(), codes.get(4), AccountParts.HERE))
                .isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void a_second_factor_counts_only_once_its_app_has_shown_that_it_has_it() {
        parts.factors.begin(siti);
        assertThat(parts.factors.confirm(AccountParts.as(siti), siti, "000000")).isEmpty();
        assertThat(parts.enter("siti")).isNotNull();
        assertThat(parts.accounts.find(siti.id()).orElseThrow().secondFactor()).isFalse();
        factor();
        parts.factors.remove(AccountParts.as(siti), siti);
        assertThat(((SignIn.Outcome.Entered) parts.withPassword("siti", AccountParts.PASSWORD)).stage())
                .isEqualTo(SignedIn.Stage.COMPLETE);
    }

    @Test
    void who_came_in_and_who_was_refused_is_recorded_but_no_password_typed_into_the_wrong_field() {
        parts.withPassword("siti", WRONG);
        parts.withPassword("rahasiaku123", WRONG);
        parts.enter("siti");
        assertThat(parts.actsOn(siti)).contains("account.sign_in");
        List<Act> refused = parts.acts.list(new ActFilter(null, "account.refuse", null, null, null), 0, 10).items();
        assertThat(refused).extracting(Act::subject).containsExactly("?", "siti");
        assertThat(refused).allSatisfy(act -> {
            assertThat(act.after()).isEqualTo("{\"why\":\"password\"}");
            assertThat(act.actor().origin()).isEqualTo(AccountParts.HERE.address());
        });
        assertThat(store.content()).doesNotContain("rahasiaku123", WRONG);
    }

    private SignedIn half() {
        Key key = ((SignIn.Outcome.Entered) parts.withPassword("siti", AccountParts.PASSWORD)).key();
        return parts.sessions.find(key).orElseThrow();
    }

    private byte[] factor() {
        parts.factors.begin(siti);
        byte[] key = Totp.fromBase32(parts.factors.begun(siti).orElseThrow().secret());
        Instant now = clock.instant();
        assertThat(parts.factors.confirm(AccountParts.as(siti), siti, Totp.code(key, Totp.step(now)))).isPresent();
        return key;
    }

    /** Guesses wrong as soon as that is allowed, and says how long that took. */
    private Duration guess(String name) {
        SignIn.From from = new SignIn.From("address of " + clock.instant(), "?", null);
        SignIn.Outcome outcome = parts.signIn.withPassword(name, WRONG, from);
        if (outcome instanceof SignIn.Outcome.Wait(Duration time)) {
            clock.advance(time);
            assertThat(parts.signIn.withPassword(name, WRONG,
                    new SignIn.From("address of " + clock.instant(), "?", null)))
                    .isInstanceOf(SignIn.Outcome.Refused.class);
            return time;
        }
        assertThat(outcome).isInstanceOf(SignIn.Outcome.Refused.class);
        return Duration.ZERO;
    }
}
