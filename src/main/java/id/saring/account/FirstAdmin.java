package id.saring.account;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.db.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first account of a new installation, by which all others are made. */
public final class FirstAdmin {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters and digits that look like others. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Database database;
    private final Passwords passwords;
    private final Acts acts;
    private final Clock clock;
    private final AccountSettings settings;

    FirstAdmin(Database database, Passwords passwords, Acts acts, Clock clock, AccountSettings settings) {
        this.database = database;
        this.passwords = passwords;
        this.acts = acts;
        this.clock = clock;
        this.settings = settings;
    }

    /** A password that was made, to be told once. */
    public record Made(String name, String password) {
        @Override
        public String toString() {
            return "Made[name=" + name + "]";
        }
    }

    /**
     * Makes the first admin unless there is an account already.
     *
     * @return the password, if it had to be made
     */
    public Optional<Made> makeIfNone() {
        if (database.read().sql("SELECT count(*) FROM account").query(Long.class).single() > 0) {
            return Optional.empty();
        }
        String name = settings.adminName();
        @Nullable String given = settings.adminPassword();
        String password = given == null ? newPassword() : given;
        boolean mustChange = given == null || Passwords.weakness(password, name).isPresent();
        String hash = passwords.hash(password);
        boolean made = database.transact(() -> insert(name, hash, mustChange));
        return made && given == null ? Optional.of(new Made(name, password)) : Optional.empty();
    }

    /** Several replicas may start at the same time; one of them makes it. */
    private boolean insert(String name, String hash, boolean mustChange) {
        Optional<Long> id = database.write()
                .sql("""
                        INSERT INTO account (name, role, state, password, must_change, factor_step, created_at)
                        VALUES (?, 'ADMIN', 'ACTIVE', ?, ?, 0, ?) ON CONFLICT (name) DO NOTHING RETURNING id""")
                .params(name, hash, mustChange ? 1 : 0, clock.millis())
                .query(Long.class)
                .optional();
        id.ifPresent(made -> acts.record(
                Actor.SERVER,
                "account.create",
                "account:" + made,
                Map.of(),
                Map.of("name", name, "role", Role.ADMIN)));
        return id.isPresent();
    }

    /** 20 letters in groups that can be read out: some 99 bits. */
    static String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            for (int i = 0; i < GROUP_LENGTH; i++) {
                password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
        }
        return password.toString();
    }
}
