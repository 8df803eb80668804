package id.saring;

import id.saring.account.AccountConfiguration;
import id.saring.audit.AuditConfiguration;
import id.saring.exchange.UnusableFileException;
import id.saring.match.MatchSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/**
 * The command line. Exit codes: 0 done, 1 not or not wholly done, 2 wrongly called.
 *
 * <p>A new command is a {@code Callable<Integer>} of its own with {@link Command}, added in {@link #commandLine}; it
 * gets the store by {@link #withStore}.
 */
@Command(
        name = "saring",
        description = "Hoax-check service for chat apps. Without a command it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
final class Commands {
    /** A setting of the server, as Spring reads it from the command line. */
    private static final Pattern SETTING = Pattern.compile("--[a-z][A-Za-z0-9._\\[\\]-]*=.*", Pattern.DOTALL);

    private Commands() {}

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Commands())
                .addSubcommand(new ImportCommand(out, err))
                .addSubcommand(new ExportCommand(out))
                .addSubcommand(new EvaluateCommand(out))
                .addSubcommand(new TrainCommand(out))
                .addSubcommand(new RecalibrateCommand(out))
                .addSubcommand(new CopyStoreCommand(out))
                .addSubcommand(new BackupCommand(out))
                .addSubcommand(new RestoreCommand(out))
                .addSubcommand(new MaintenanceCommand(out))
                .addSubcommand(new AccountCommand(out))
                .addSubcommand(new AuditCommand(out))
                .addSubcommand(new WebhookCommand(out));
    }

    /** Whether these arguments name a command instead of only settings of the server. */
    static boolean named(String... args) {
        return Arrays.stream(args).anyMatch(arg -> !SETTING.matcher(arg).matches());
    }

    /** Runs the command that is named and gives its exit code. */
    static int run(String... args) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        quietLog();
        return commandLine(out, err)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Commands::tell)
                .execute(args);
    }

    /** A command speaks by what it prints; its log is for trouble only. */
    private static void quietLog() {
        LoggingSystem logging = LoggingSystem.get(Commands.class.getClassLoader());
        logging.beforeInitialize();
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.apache.lucene", LogLevel.ERROR);
    }

    /** Settings of this installation, without opening anything. */
    static <T> T withSettings(Class<T> type) {
        try (ConfigurableApplicationContext context = quiet(Settings.class).run()) {
            return context.getBean(type);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MatchSettings.class)
    static class Settings {}

    /**
     * Runs {@code work} with the store of this installation: the server's settings, but no web, no channel, no index.
     */
    static <T> T withStore(Function<ConfigurableApplicationContext, T> work) {
        return with(work, StoreConfiguration.class);
    }

    /** As {@link #withStore}, with the accounts, and the record of acts for what an operator does there. */
    static <T> T withAccounts(Function<ConfigurableApplicationContext, T> work) {
        return with(work, StoreConfiguration.class, AuditConfiguration.class, AccountConfiguration.class);
    }

    private static <T> T with(Function<ConfigurableApplicationContext, T> work, Class<?>... configurations) {
        try (ConfigurableApplicationContext context = quiet(configurations).run()) {
            return work.apply(context);
        }
    }

    private static SpringApplicationBuilder quiet(Class<?>... configurations) {
        return new SpringApplicationBuilder(configurations)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                // Why a start failed is told in one sentence at the end, not in the log.
                .properties(
                        "logging.level.root=WARN",
                        "logging.level.org.springframework=OFF",
                        "logging.level.com.zaxxer.hikari=OFF");
    }

    /** An error in one sentence; what led to it is of no use to the person at the terminal. */
    private static int tell(Exception e, CommandLine command, ParseResult parsed) {
        // These say which file and line; what they were caused by does not.
        boolean told = e instanceof UnusableFileException || e.getClass() == IllegalArgumentException.class;
        Throwable cause = told ? e : NestedExceptionUtils.getMostSpecificCause(e);
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        command.getErr().println("saring: " + message.lines().findFirst().orElse(""));
        return cause instanceof UnusableFileException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"Saring " + (version == null ? "(not packed)" : version)};
        }
    }
}
