package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.core.Sealer;
import id.saring.db.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The optional second step of signing in: a code from an authenticator app, or a recovery code. */
public final class SecondFactors {
    private final Database database;
    private final Sealer sealer;
    private final Acts acts;
    private final RecoveryCodes recovery;
    private final Clock clock;

    SecondFactors(Database database, Sealer sealer, Acts acts, RecoveryCodes recovery, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.acts = acts;
        this.recovery = recovery;
        this.clock = clock;
    }

    /**
     * What an authenticator app is to be told.
     *
     * @param secret to be typed: base 32
     */
    public record Setup(String secret, String account) {
        /** To be shown as a QR code. */
        public String uri() {
            String name = URLEncoder.encode(account, StandardCharsets.UTF_8);
            return "otpauth://totp/Saring:" + name + "?secret=" + secret + "&issuer=Saring&digits=6&period=30";
        }

        @Override
        public String toString() {
            return "Setup[hidden]";
        }
    }

    /** Begins to set up a second factor; nothing changes for signing in before {@link #confirm}. */
    public void begin(Account account) {
        database.write()
                .sql("UPDATE account SET pending = ? WHERE id = ? AND pending IS NULL AND factor IS NULL")
                .params(sealer.seal(Totp.newKey()), account.id())
                .update();
    }

    /** What was begun and is not confirmed yet. */
    public Optional<Setup> begun(Account account) {
        return pending(account).map(key -> new Setup(Totp.base32(key), account.name()));
    }

    /**
     * Makes what was begun the account's second factor, if {@code code} shows that the app has it.
     *
     * @return the recovery codes, never to be had again; empty if the code is wrong
     */
    public Optional<List<String>> confirm(Actor by, Account account, String code) {
        return database.transact(() -> {
            Optional<byte[]> key = pending(account);
            OptionalLong step = key.isEmpty()
                    ? OptionalLong.empty()
                    : Totp.matchingStep(key.get(), digits(code), clock.instant());
            if (step.isEmpty()) {
                return Optional.empty();
            }
            database.write()
                    .sql("UPDATE account SET factor = pending, pending = NULL, factor_step = ? WHERE id = ?")
                    .params(step.getAsLong(), account.id())
                    .update();
            acts.record(by, "account.set_factor", account.subject());
            return Optional.of(recovery.renew(account.id()));
        });
    }

    /** New recovery codes in place of the former ones. */
    public List<String> renewRecoveryCodes(Actor by, Account account) {
        return database.transact(() -> {
            acts.record(by, "account.renew_recovery", account.subject());
            return recovery.renew(account.id());
        });
    }

    public int recoveryCodesLeft(Account account) {
        return recovery.left(account.id());
    }

    /** Takes the second factor away: by its owner, or by an admin for someone who lost it. */
    public void remove(Actor by, Account account) {
        database.transact(() -> {
            int removed = database.write()
                    .sql("UPDATE account SET factor = NULL, pending = NULL WHERE id = ? AND factor IS NOT NULL")
                    .param(account.id())
                    .update();
            if (removed == 1) {
                recovery.clear(account.id());
                acts.record(by, "account.remove_factor", account.subject());
            }
        });
    }

    /**
     * Whether this code lets the account in now. Each code does so once, also when it is sent twice at the same time.
     */
    boolean accepts(Account account, String code) {
        return database.transact(() -> {
            Optional<byte[]> key = opened("factor", account);
            if (key.isEmpty()) {
                return false;
            }
            OptionalLong step = Totp.matchingStep(key.get(), digits(code), clock.instant());
            return step.isPresent() ? advance(account, step.getAsLong()) : recovery.take(account.id(), code);
        });
    }

    private boolean advance(Account account, long step) {
        return database.write()
                        .sql("UPDATE account SET factor_step = ? WHERE id = ? AND factor_step < ?")
                        .params(step, account.id(), step)
                        .update()
                == 1;
    }

    private Optional<byte[]> pending(Account account) {
        return opened("pending", account);
    }

    private Optional<byte[]> opened(String column, Account account) {
        return database.write()
                .sql("SELECT " + column + " AS sealed FROM account WHERE id = ? AND " + column + " IS NOT NULL")
                .param(account.id())
                .query((row, number) -> sealer.open(row.getBytes("sealed")))
                .optional();
    }

    private static String digits(String code) {
        return code.replaceAll("[\\s-]", "");
    }
}
