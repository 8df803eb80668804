package id.saring;

import id.saring.audit.ActCheck;
import id.saring.audit.Acts;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Checks the record of what staff did. */
@Command(
        name = "audit",
        description = "Checks the record of what staff did.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
    private final PrintWriter out;

    AuditCommand(PrintWriter out) {
        this.out = out;
    }

    @Command(
            description =
                    "Says whether every act is as it was recorded and none is missing, and prints the last one's place"
                    + " and hash. Noted elsewhere, they also show later whether the end was cut off.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--noted",
                            paramLabel = "PLACE:HASH",
                            description = "What an earlier check printed; it must still be there.")
                    @Nullable String noted) {
        return Commands.withAccounts(store -> {
            Acts acts = store.getBean(Acts.class);
            if (noted != null && !acts.holds(noted)) {
                out.println("BROKEN: what was noted is no longer in the record; its end was cut off, or it was made anew");
                return ExitCode.SOFTWARE;
            }
            return tell(acts.verify());
        });
    }

    private int tell(ActCheck check) {
        return switch (check) {
            case ActCheck.Sound sound -> {
                out.printf("Sound: %d acts, last %s%n", sound.acts(), sound.last());
                if (sound.waiting() > 0) {
                    out.printf("Not in the chain yet: %d, recorded just now%n", sound.waiting());
                }
                yield ExitCode.OK;
            }
            case ActCheck.Broken(long link) -> {
                out.printf("BROKEN: act %d was changed, taken out or put in%n", link);
                yield ExitCode.SOFTWARE;
            }
        };
    }
}
