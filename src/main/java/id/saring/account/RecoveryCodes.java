package id.saring.account;

import id.saring.db.Database;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Codes to sign in with when the phone is lost, each good once. Only hashes are kept of their 80 random bits. */
final class RecoveryCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HOW_MANY = 10;
    private static final int BYTES = 10;

    private final Database database;

    RecoveryCodes(Database database) {
        this.database = database;
    }

    /** New codes in place of all former ones. */
    List<String> renew(long account) {
        clear(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String letters = Totp.base32(bytes).toLowerCase(Locale.ROOT);
            database.write()
                    .sql("INSERT INTO account_recovery (account_id, hash) VALUES (?, ?)")
                    .params(account, Key.hash(letters))
                    .update();
            codes.add(letters.replaceAll("(.{4})(?!$)", "$1-"));
        }
        return codes;
    }

    /** Whether {@code code} was one of them; it is none any more then. */
    boolean take(long account, String code) {
        String letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return database.write()
                        .sql("DELETE FROM account_recovery WHERE account_id = ? AND hash = ?")
                        .params(account, Key.hash(letters))
                        .update()
                == 1;
    }

    void clear(long account) {
        database.write().sql("DELETE FROM account_recovery WHERE account_id = ?").param(account).update();
    }

    int left(long account) {
        return database.read()
                .sql("SELECT count(*) FROM account_recovery WHERE account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }
}
