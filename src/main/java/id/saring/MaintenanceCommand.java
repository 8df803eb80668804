package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.Maintenance;
import id.saring.chat.StandingNews;
import id.saring.db.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Begins and ends maintenance, for who is at the terminal before and after an upgrade. */
@Command(
        name = "maintenance",
        description = "Begins and ends maintenance; the server may run, and knows it within a second.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MaintenanceCommand {
    private final PrintWriter out;

    MaintenanceCommand(PrintWriter out) {
        this.out = out;
    }

    @Command(description = "Begins it.", mixinStandardHelpOptions = true)
    int on(
            @Option(names = "--pause",
                    description = "Messages wait and are answered when it is over; without this the front"
                    + " page says so and chats are answered as always.")
                    boolean pause,
            @Option(names = "--text-id", paramLabel = "TEXT", defaultValue = "",
                    description = "What to say in Indonesian.")
                    String indonesian,
            @Option(names = "--text-en", paramLabel = "TEXT", defaultValue = "",
                    description = "What to say in English.")
                    String english) {
        Maintenance.Mode mode = pause ? Maintenance.Mode.PAUSE : Maintenance.Mode.ANNOUNCEMENT;
        return Commands.withAccounts(store -> {
            Instant now = store.getBean(Clock.class).instant();
            Maintenance maintenance = of(store);
            Map<String, ?> before = facts(maintenance);
            Maintenance.Notice notice = new Maintenance.Notice(mode, indonesian, english, now, null);
            store.getBean(Database.class).transact(() -> {
                maintenance.begin(notice);
                store.getBean(Acts.class)
                        .record(Actor.TERMINAL, "maintenance.begin", "maintenance", before, notice.facts());
            });
            out.println("Maintenance has begun.");
            return ExitCode.OK;
        });
    }

    @Command(description = "Ends it.", mixinStandardHelpOptions = true)
    int off() {
        return Commands.withAccounts(store -> {
            Maintenance maintenance = of(store);
            Map<String, ?> before = facts(maintenance);
            boolean ended = store.getBean(Database.class).transact(() -> {
                boolean was = maintenance.end();
                if (was) {
                    store.getBean(Acts.class)
                            .record(Actor.TERMINAL, "maintenance.end", "maintenance", before, Map.of());
                }
                return was;
            });
            out.println(ended ? "Maintenance is over." : "There was no maintenance.");
            return ExitCode.OK;
        });
    }

    private static Map<String, ?> facts(Maintenance maintenance) {
        return maintenance.now().map(Maintenance.Notice::facts).orElse(Map.of());
    }

    private static Maintenance of(ConfigurableApplicationContext store) {
        Database database = store.getBean(Database.class);
        return new Maintenance(database, new StandingNews(database), store.getBean(Clock.class), () -> {});
    }
}
