package id.saring.account;

import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.Stamps;
import id.saring.db.Database;
import id.saring.queue.SettableClock;
import id.saring.rate.SettableTicker;
import java.time.Duration;
import java.util.List;

/** All of the package over one store, with a clock that stands. */
final class AccountParts {
    static final String PASSWORD = "jendela biru hujan sore";
    static final SignIn.From HERE = new SignIn.From("0123456789abcdef", "Firefox, Linux", null);

    private static final Secret SECRET = new Secret("a secret of this test");
    private static final int QUICK = 4;

    final Database database;
    final SettableClock clock;
    final Acts acts;
    final Sessions sessions;
    final Accounts accounts;
    final OwnAccount own;
    final SecondFactors factors;
    final ApiTokens tokens;
    final ApiKeys keys;
    final SettableTicker ticker = new SettableTicker();
    final SignIn signIn;
    final SignInDelays delays;
    final FirstAdmin firstAdmin;

    AccountParts(Database database, SettableClock clock, String adminPassword) {
        this.database = database;
        this.clock = clock;
        AccountSettings settings = new AccountSettings(
                "admin",
                adminPassword,
                Duration.ofHours(24),
                Duration.ofDays(14),
                Duration.ofDays(3),
                Duration.ofDays(365),
                QUICK);
        AccountConfiguration wiring = new AccountConfiguration();
        Passwords passwords = wiring.passwords(settings);
        acts = new Acts(database, SECRET, clock);
        sessions = wiring.sessions(database, clock, settings);
        accounts = wiring.accounts(database, acts, sessions, clock, settings);
        delays = new SignInDelays(database, new Stamps(SECRET, "sign-in"), clock);
        own = wiring.ownAccount(database, passwords, delays, sessions, acts, clock);
        factors = wiring.secondFactors(database, new Sealer(SECRET), acts, clock);
        tokens = wiring.apiTokens(database, acts, clock, settings);
        keys = new ApiKeys(database, acts, clock, ticker);
        signIn = wiring.signIn(
                database,
                passwords,
                factors,
                sessions,
                wiring.signInGuards(delays, SECRET),
                wiring.signInRecord(database, acts, clock));
        firstAdmin = wiring.firstAdmin(database, passwords, acts, clock, settings);
    }

    /** An account that has accepted its invitation. */
    Account active(String name, Role role) {
        own.accept(accounts.invite(Actor.TERMINAL, name, role), PASSWORD, HERE.address());
        return accounts.named(name).orElseThrow();
    }

    SignIn.Outcome withPassword(String name, String password) {
        return signIn.withPassword(name, password, HERE);
    }

    /** Signs in where nothing but the password is asked. */
    Key enter(String name) {
        return ((SignIn.Outcome.Entered) withPassword(name, PASSWORD)).key();
    }

    static Actor as(Account account) {
        return new Actor(account.id(), account.name(), HERE.address());
    }

    List<String> actsOn(Account account) {
        return acts.list(ActFilter.on(account.subject()), 0, 100).items().reversed().stream().map(Act::what).toList();
    }
}
