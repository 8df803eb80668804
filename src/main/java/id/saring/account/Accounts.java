package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All accounts, and what admins do to them. Every change is recorded among the acts. */
public final class Accounts {
    private final Database database;
    private final Acts acts;
    private final Sessions sessions;
    private final Clock clock;
    private final Duration linkValid;

    Accounts(Database database, Acts acts, Sessions sessions, Clock clock, Duration linkValid) {
        this.database = database;
        this.acts = acts;
        this.sessions = sessions;
        this.clock = clock;
        this.linkValid = linkValid;
    }

    public Optional<Account> find(long id) {
        return database.read()
                .sql("SELECT * FROM account WHERE id = ?")
                .param(id)
                .query((row, number) -> account(row))
                .optional();
    }

    public Optional<Account> named(String name) {
        return Account.nameOf(name).flatMap(known -> database.read()
                .sql("SELECT * FROM account WHERE name = ?")
                .param(known)
                .query((row, number) -> account(row))
                .optional());
    }

    /** All of them by name. */
    public List<Account> list() {
        return database.read()
                .sql("SELECT * FROM account ORDER BY name")
                .query((row, number) -> account(row))
                .list();
    }

    /**
     * Makes an account whose owner chooses a password by the link with the key that is returned.
     *
     * @throws RefusedChangeException if the name has not the form of one or is taken
     */
    public Key invite(Actor by, String name, Role role) {
        String known = Account.nameOf(name).orElseThrow(() -> new RefusedChangeException("name_form"));
        return database.transact(() -> {
            long id = database.write()
                    .sql("""
                            INSERT INTO account (name, role, state, must_change, factor_step, created_at)
                            VALUES (?, ?, 'INVITED', 0, 0, ?) ON CONFLICT (name) DO NOTHING RETURNING id""")
                    .params(known, role.name(), clock.millis())
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new RefusedChangeException("name_taken"));
            acts.record(by, "account.invite", "account:" + id, Map.of(), Map.of("name", known, "role", role));
            return link(id);
        });
    }

    /**
     * Gives an account a new link to choose a password by; the old password and all sessions end.
     *
     * @throws RefusedChangeException if the account is disabled
     */
    public Key resetPassword(Actor by, long id) {
        return database.transact(() -> {
            Account account = locked(id);
            if (account.state() == Account.State.DISABLED) {
                throw new RefusedChangeException("disabled");
            }
            database.write()
                    .sql("UPDATE account SET password = NULL, must_change = 0 WHERE id = ?")
                    .param(id)
                    .update();
            sessions.endAll(id);
            acts.record(by, "account.reset_password", account.subject());
            return link(id);
        });
    }

    /** @throws RefusedChangeException if that is one's own, or would leave no admin who can sign in */
    public void changeRole(Actor by, long id, Role role) {
        database.transact(() -> {
            Account account = locked(id);
            if (account.role() == role) {
                return;
            }
            refuse(by, account);
            database.write().sql("UPDATE account SET role = ? WHERE id = ?").params(role.name(), id).update();
            acts.record(by, "account.role", account.subject(), Map.of("role", account.role()), Map.of("role", role));
        });
    }

    /**
     * Shuts an account: its sessions and links end at once, its tokens let nobody in.
     *
     * @throws RefusedChangeException if that is one's own, or would leave no admin who can sign in
     */
    public void disable(Actor by, long id) {
        database.transact(() -> {
            Account account = locked(id);
            if (account.state() == Account.State.DISABLED) {
                return;
            }
            refuse(by, account);
            database.write().sql("UPDATE account SET state = 'DISABLED' WHERE id = ?").param(id).update();
            database.write().sql("DELETE FROM account_link WHERE account_id = ?").param(id).update();
            sessions.endAll(id);
            recordState(by, "account.disable", account, Account.State.DISABLED);
        });
    }

    /**
     * Opens an account again, as it was: with its password and second factor, or still to be invited if it had none.
     */
    public void enable(Actor by, long id) {
        database.transact(() -> {
            Account account = locked(id);
            if (account.state() != Account.State.DISABLED) {
                return;
            }
            Account.State state = database.write()
                    .sql("""
                            UPDATE account SET state = CASE WHEN password IS NULL THEN 'INVITED' ELSE 'ACTIVE' END
                            WHERE id = ? RETURNING state""")
                    .param(id)
                    .query((row, number) -> Account.State.valueOf(row.getString("state")))
                    .single();
            recordState(by, "account.enable", account, state);
        });
    }

    private void recordState(Actor by, String what, Account account, Account.State after) {
        acts.record(by, what, account.subject(), Map.of("state", account.state()), Map.of("state", after));
    }

    private Key link(long id) {
        Key key = Key.random();
        database.write()
                .sql("""
                        INSERT INTO account_link (account_id, hash, expires_at) VALUES (?, ?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at""")
                .params(id, key.hash(), clock.instant().plus(linkValid).toEpochMilli())
                .update();
        return key;
    }

    /** The account as it stands, which stands still until the transaction is over. */
    private Account locked(long id) {
        // All admins, so that two of them cannot take each other's role away at the same time.
        database.write()
                .sql("UPDATE account SET role = role WHERE role = 'ADMIN' OR id = ?")
                .param(id)
                .update();
        return database.write()
                .sql("SELECT * FROM account WHERE id = ?")
                .param(id)
                .query((row, number) -> account(row))
                .optional()
                .orElseThrow(() -> new RefusedChangeException("unknown"));
    }

    private void refuse(Actor by, Account account) {
        if (Long.valueOf(account.id()).equals(by.id())) {
            throw new RefusedChangeException("own");
        }
        if (!account.admin() || account.state() != Account.State.ACTIVE) {
            return;
        }
        long others = database.write()
                .sql("SELECT count(*) FROM account WHERE role = 'ADMIN' AND state = 'ACTIVE' AND id <> ?")
                .param(account.id())
                .query(Long.class)
                .single();
        if (others == 0) {
            throw new RefusedChangeException("last_admin");
        }
    }

    static Account account(ResultSet row) throws SQLException {
        long signedIn = row.getLong("signed_in_at");
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Account.State.valueOf(row.getString("state")),
                row.getLong("must_change") == 1,
                row.getBytes("factor") != null,
                Instant.ofEpochMilli(row.getLong("created_at")),
                signedIn == 0 ? null : Instant.ofEpochMilli(signedIn));
    }
}
