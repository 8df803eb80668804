package id.saring.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills the packed jar again and again while people write, and tells what they got. docs/scaling.md shows how to run
 * it.
 */
@Command(name = "kill", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
        description =
                "Kills target/saring.jar (kill -9) at random moments of a load and prints what became of the messages.")
final class KillCommand implements Callable<Integer> {
    private static final int LONGEST_BETWEEN_MILLIS = 4000;

    @Option(names = "--store", description = "Where messages are kept: ${COMPLETION-CANDIDATES}.")
    private ServedStore.Kind store = ServedStore.Kind.SQLITE;

    @Option(names = "--platform", description =
            "Where people write: ${COMPLETION-CANDIDATES}; Telegram takes 30 a second.")
    private Platform.Kind platform = Platform.Kind.WHATSAPP;

    @Option(names = "--replicas", description = "How many replicas; with several, they are killed in turn.")
    private int replicas = 1;

    @Option(names = "--kills", description = "How often to kill; each time it is started again.")
    private int kills = 20;

    @Option(names = "--rate", description = "Messages a second.")
    private double rate = 150;

    @Option(names = "--messages", description = "How many at least; people write for as long as there is killing.")
    private int messages = 10_000;

    @Option(names = "--chats", description = "How many people write.")
    private int chats = 200;

    @Option(names = "--seed")
    private long seed = 20261124;

    @Option(names = "--directory", description = "For stores and logs; what is in it is deleted.")
    private Path directory = Path.of("target/kill");

    public static void main(String[] args) {
        System.exit(new CommandLine(new KillCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path home = directory.toAbsolutePath().resolve(store.name().toLowerCase(Locale.ROOT));
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Random moments = new Random(seed);
        try (Trial trial = new Trial(Platform.open(platform), store, replicas, seed, home)) {
            trial.write(Integer.MAX_VALUE, rate, chats);
            for (int i = 0; i < kills; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moments.nextInt(LONGEST_BETWEEN_MILLIS)));
                trial.killAndStart(i % replicas);
                System.out.println(trial);
            }
            Trial.await(() -> trial.ledger().sent() >= messages);
            trial.generator().stopWriting();
            boolean settled = trial.settles();
            System.out.println(trial);
            boolean honest = trial.ledger().lost() == 0
                    && trial.ledger().surplus() <= trial.inFlightAtKills()
                    && trial.ledger().outOfOrder() == 0
                    && trial.store().count("DEAD") == 0;
            System.out.println(settled && honest ? "GOOD" : "BAD");
            return settled && honest ? 0 : 1;
        }
    }
}
