package id.saring.account;

import id.saring.audit.Actor;
import id.saring.db.Database;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in: a password, then a code if the account has a second factor. It tells nobody which names exist. */
public final class SignIn {
    /** What became of an attempt. */
    public sealed interface Outcome {
        /**
         * @param stage what the session that {@code key} opens is good for
         * @param mark  for the browser to keep and to bring along next time
         */
        record Entered(Key key, SignedIn.Stage stage, String mark) implements Outcome {}

        /** Name, password or code was wrong; which of them is not said. */
        record Refused() implements Outcome {}

        /** There were too many failures; the attempt was not looked at. */
        record Wait(Duration time) implements Outcome {}
    }

    /**
     * Where an attempt comes from.
     *
     * @param address a pseudonym
     * @param mark    what the browser was given when somebody last signed in there; null for none
     */
    public record From(String address, String device, @Nullable String mark) {}

    /** What stands against guessing. */
    record Guards(SignInDelays delays, KnownBrowsers browsers) {}

    private record Login(Account account, @Nullable String password) {}

    private final Database database;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignInDelays delays;
    private final KnownBrowsers browsers;
    private final SignInRecord record;

    SignIn(
            Database database,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            Guards guards,
            SignInRecord record) {
        this.database = database;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.delays = guards.delays();
        this.browsers = guards.browsers();
        this.record = record;
    }

    /** @throws BusyException if too many passwords are being checked */
    public Outcome withPassword(String name, String password, From from) {
        String typed = name.strip().toLowerCase(Locale.ROOT);
        String counted = browsers.known(from.mark(), typed).map(known -> typed + " in " + known).orElse(typed);
        Optional<Duration> wait = delays.attempt(SignInDelays.Kind.ADDRESS, from.address())
                .or(() -> delays.attempt(SignInDelays.Kind.NAME, counted));
        if (wait.isPresent()) {
            record.refused(typed, from, "too_soon");
            return new Outcome.Wait(wait.get());
        }
        Optional<Login> login = find(typed);
        boolean right = passwords.matches(password, login.map(Login::password).orElse(null));
        if (!right) {
            record.refused(typed, from, "password");
            return new Outcome.Refused();
        }
        delays.takeBack(SignInDelays.Kind.ADDRESS, from.address());
        delays.forget(SignInDelays.Kind.NAME, counted);
        Account account = login.orElseThrow().account();
        if (account.secondFactor()) {
            Key key = sessions.start(account.id(), SignedIn.Stage.SECOND_FACTOR, from.device());
            return new Outcome.Entered(key, SignedIn.Stage.SECOND_FACTOR, browsers.mark(account.name()));
        }
        return enter(account, from);
    }

    /**
     * The second step of a session that has taken the first. It gets a new key, so that the old one is worth nothing.
     */
    public Outcome withCode(SignedIn half, String code, From from) {
        Account account = half.account();
        String who = "second factor of " + account.id();
        Optional<Duration> wait = delays.attempt(SignInDelays.Kind.NAME, who);
        if (wait.isPresent()) {
            record.refused(account.name(), from, "too_soon");
            return new Outcome.Wait(wait.get());
        }
        if (!factors.accepts(account, code)) {
            record.refused(account.name(), from, "code");
            return new Outcome.Refused();
        }
        delays.forget(SignInDelays.Kind.NAME, who);
        sessions.end(account, half.session());
        return enter(account, from);
    }

    /** Ends a session: this one, or another of the same account. */
    public void out(Actor by, Account account, long session) {
        database.transact(() -> {
            sessions.end(account, session);
            record.out(by, account);
        });
    }

    /** Ends all sessions of this account but the one it is asked in. */
    public void outElsewhere(Actor by, SignedIn here) {
        database.transact(() -> {
            sessions.endOthers(here.account().id(), here.session());
            record.out(by, here.account());
        });
    }

    private Outcome enter(Account account, From from) {
        return database.transact(() -> {
            Key key = sessions.start(account.id(), SignedIn.Stage.COMPLETE, from.device());
            record.entered(account, from);
            return new Outcome.Entered(key, SignedIn.Stage.COMPLETE, browsers.mark(account.name()));
        });
    }

    private Optional<Login> find(String typed) {
        return Account.nameOf(typed).flatMap(name -> database.read()
                .sql("SELECT * FROM account WHERE name = ? AND state = 'ACTIVE'")
                .param(name)
                .query((row, number) -> new Login(Accounts.account(row), row.getString("password")))
                .optional());
    }
}
