package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.time.Clock;
import java.util.Map;

/** Records who signed in and out, and who was refused. */
final class SignInRecord {
    private final Database database;
    private final Acts acts;
    private final Clock clock;

    SignInRecord(Database database, Acts acts, Clock clock) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
    }

    void entered(Account account, SignIn.From from) {
        database.write()
                .sql("UPDATE account SET signed_in_at = ? WHERE id = ?")
                .params(clock.millis(), account.id())
                .update();
        acts.record(new Actor(account.id(), account.name(), from.address()), "account.sign_in", account.subject());
    }

    void out(Actor by, Account account) {
        acts.record(by, "account.sign_out", account.subject());
    }

    /** A name is recorded only if somebody has it: people type their password into the wrong field. */
    void refused(String name, SignIn.From from, String why) {
        String shown = Account.nameOf(name).filter(this::exists).orElse("?");
        acts.record(new Actor(null, shown, from.address()), "account.refuse", shown, Map.of(), Map.of("why", why));
    }

    private boolean exists(String name) {
        return database.read()
                        .sql("SELECT count(*) FROM account WHERE name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
