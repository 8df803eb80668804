package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What someone does about their own password. */
public final class OwnAccount {
    private final Database database;
    private final Passwords passwords;
    private final SignInDelays delays;
    private final Sessions sessions;
    private final Acts acts;
    private final Clock clock;

    OwnAccount(
            Database database, Passwords passwords, SignInDelays delays, Sessions sessions, Acts acts, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.delays = delays;
        this.sessions = sessions;
        this.acts = acts;
        this.clock = clock;
    }

    /** What became of asking for the password once more. */
    public enum Proof {
        RIGHT,
        WRONG,
        TOO_SOON
    }

    /** Whether this is the account's password, asked before what a stranger at an open browser must not do. */
    public Proof prove(Account account, String password) {
        String who = "password of " + account.id();
        if (delays.attempt(SignInDelays.Kind.NAME, who).isPresent()) {
            return Proof.TOO_SOON;
        }
        if (!passwords.matches(password, hashOf(account.id()))) {
            return Proof.WRONG;
        }
        delays.forget(SignInDelays.Kind.NAME, who);
        return Proof.RIGHT;
    }

    /**
     * The account whose password may be chosen with {@code key}; empty if the link was used, has run out or never was.
     */
    public Optional<Account> invited(Key key) {
        return database.read()
                .sql("""
                        SELECT a.* FROM account_link l JOIN account a ON a.id = l.account_id
                        WHERE l.hash = ? AND l.expires_at > ? AND a.state <> 'DISABLED'""")
                .params(key.hash(), clock.millis())
                .query((row, number) -> Accounts.account(row))
                .optional();
    }

    /**
     * Chooses the password of an invited account, which is active then. The link is used up.
     *
     * @return what is wrong with the password; empty if it was taken
     * @throws RefusedChangeException if the link is no longer good
     */
    public Optional<Weakness> accept(Key key, String password, String origin) {
        Account account = invited(key).orElseThrow(() -> new RefusedChangeException("link"));
        Optional<Weakness> weakness = Passwords.weakness(password, account.name());
        if (weakness.isPresent()) {
            return weakness;
        }
        String hash = passwords.hash(password);
        database.transact(() -> {
            int used = database.write()
                    .sql("DELETE FROM account_link WHERE hash = ? AND expires_at > ?")
                    .params(key.hash(), clock.millis())
                    .update();
            int opened = used == 0 ? 0 : store(account.id(), hash, false);
            if (opened == 0) {
                throw new RefusedChangeException("link");
            }
            acts.record(new Actor(account.id(), account.name(), origin), "account.accept_invitation",
                    account.subject());
        });
        return Optional.empty();
    }

    /**
     * Changes the password and ends all sessions but this one.
     *
     * @return what is wrong with the password; empty if it was taken
     */
    public Optional<Weakness> changePassword(Actor by, SignedIn here, String password) {
        Account account = here.account();
        Optional<Weakness> weakness = Passwords.weakness(password, account.name())
                .or(() -> passwords.matches(password, hashOf(account.id()))
                        ? Optional.of(Weakness.SAME)
                        : Optional.empty());
        if (weakness.isPresent()) {
            return weakness;
        }
        String hash = passwords.hash(password);
        database.transact(() -> {
            store(account.id(), hash, false);
            sessions.endOthers(account.id(), here.session());
            acts.record(by, "account.change_password", account.subject());
        });
        return Optional.empty();
    }

    /** Gives an account a password made here, to be changed at the next sign-in; all its sessions end. */
    public String makePassword(Actor by, Account account) {
        String password = FirstAdmin.newPassword();
        String hash = passwords.hash(password);
        database.transact(() -> {
            if (store(account.id(), hash, true) == 0) {
                throw new RefusedChangeException("disabled");
            }
            sessions.endAll(account.id());
            acts.record(by, "account.reset_password", account.subject());
        });
        return password;
    }

    /** How many accounts that was: none if it has been shut meanwhile. */
    private int store(long account, String hash, boolean mustChange) {
        return database.write()
                .sql("""
                        UPDATE account SET password = ?, must_change = ?, state = 'ACTIVE'
                        WHERE id = ? AND state <> 'DISABLED'""")
                .params(hash, mustChange ? 1 : 0, account)
                .update();
    }

    private @Nullable String hashOf(long account) {
        return database.read()
                .sql("SELECT password FROM account WHERE id = ? AND password IS NOT NULL")
                .param(account)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
