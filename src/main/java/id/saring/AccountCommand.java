package id.saring;

import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.Key;
import id.saring.account.OwnAccount;
import id.saring.account.Role;
import id.saring.account.SecondFactors;
import id.saring.audit.Actor;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after accounts without a browser; what it does is recorded like what admins do. */
@Command(
        name = "account",
        description = "Looks after the accounts of moderators and admins; also while the server runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AccountCommand {
    private static final String NAME = "The account's name.";

    private final PrintWriter out;

    AccountCommand(PrintWriter out) {
        this.out = out;
    }

    @Command(description = "Lists all accounts.", mixinStandardHelpOptions = true)
    void list() {
        run(store -> {
            out.printf("%-24s %-10s %-9s %-6s %s%n", "name", "role", "state", "code", "last signed in");
            for (Account account : store.getBean(Accounts.class).list()) {
                out.printf(
                        "%-24s %-10s %-9s %-6s %s%n",
                        account.name(),
                        account.role(),
                        account.state(),
                        account.secondFactor() ? "yes" : "no",
                        shown(account.signedInAt()));
            }
        });
    }

    @Command(
            description = "Makes an account and prints, this once, where its owner chooses a password.",
            mixinStandardHelpOptions = true)
    void invite(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--role", defaultValue = "MODERATOR", description = "MODERATOR or ADMIN.") Role role) {
        run(store -> {
            Key key = store.getBean(Accounts.class).invite(Actor.TERMINAL, name, role);
            String base = store.getEnvironment().getProperty("saring.base-url", "").replaceAll("/+$", "");
            out.printf(
                    "Send this to the person in a way you trust; it is not shown again:%n%s/moderation/invitation/%s%n",
                    base.isEmpty() ? "http://localhost:8080" : base, key.value());
        });
    }

    @Command(
            description = "Closes an account; its sessions and tokens stop working at once.",
            mixinStandardHelpOptions = true)
    void disable(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        change(name, "closed", (store, account) -> accounts(store).disable(Actor.TERMINAL, account.id()));
    }

    @Command(description = "Opens a closed account again.", mixinStandardHelpOptions = true)
    void enable(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        change(name, "open", (store, account) -> accounts(store).enable(Actor.TERMINAL, account.id()));
    }

    @Command(description = "Changes what an account may do.", mixinStandardHelpOptions = true)
    void role(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "ROLE", description = "MODERATOR or ADMIN.") Role role) {
        change(name, role.name(), (store, account) -> accounts(store).changeRole(Actor.TERMINAL, account.id(), role));
    }

    @Command(
            description = "Gives an account a new password and prints it, this once; another is asked for at the next"
                    + " sign-in. All its sessions end.",
            mixinStandardHelpOptions = true)
    void password(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        run(store -> {
            Account account = find(store, name);
            String password = store.getBean(OwnAccount.class).makePassword(Actor.TERMINAL, account);
            out.printf("Password of %s, not shown again: %s%n", account.name(), password);
        });
    }

    @Command(
            name = "reset-totp",
            description = "Takes away the second factor of someone who lost it.",
            mixinStandardHelpOptions = true)
    void resetTotp(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        change(name, "without a second factor", (store, account) -> store.getBean(SecondFactors.class)
                .remove(Actor.TERMINAL, account));
    }

    private void change(String name, String now, BiConsumer<ApplicationContext, Account> change) {
        run(store -> {
            Account account = find(store, name);
            change.accept(store, account);
            out.printf("%s is %s.%n", account.name(), now);
        });
    }

    private static void run(Consumer<ApplicationContext> work) {
        Commands.withAccounts(store -> {
            work.accept(store);
            return ExitCode.OK;
        });
    }

    private static Accounts accounts(ApplicationContext store) {
        return store.getBean(Accounts.class);
    }

    private static Account find(ApplicationContext store, String name) {
        return accounts(store)
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no account named " + name));
    }

    private static String shown(@Nullable Instant time) {
        return time == null ? "never" : time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
