package id.saring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.Environment;

/**
 * Ends a start that fails on its surroundings with the one sentence that matters, where no other knows a better one.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class StartFailureAnalyzer implements FailureAnalyzer {
    private static final Pattern NAMED = Pattern.compile("^(SARING|TELEGRAM|WHATSAPP)_[A-Z_]+ ");
    private static final String ADVICE = ".env.example explains every setting.";
    private static final String DIRECTORY =
            "Check SARING_DATA_DIR and who owns it: Saring must be able to write there.";

    private final Environment environment;

    StartFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                // What checked a setting has named it.
                case IllegalArgumentException wrong when NAMED.matcher(String.valueOf(wrong.getMessage())).find() -> {
                    return new FailureAnalysis(String.valueOf(wrong.getMessage()), ADVICE, cause);
                }
                // Boot reads the port before there are settings, and tries any number.
                case ConversionFailedException number when isPort(String.valueOf(number.getValue())) -> {
                    return port("a whole number", cause);
                }
                case IllegalArgumentException range when String.valueOf(range.getMessage())
                        .contains("out of range") -> {
                    return port("a port, 0 to 65535", cause);
                }
                case LockObtainFailedException taken -> {
                    return new FailureAnalysis(
                            "Another Saring is running on the same SARING_DATA_DIR.",
                            "Stop it first, or give this one a directory of its own; replicas share a PostgreSQL database, not"
                                    + " a directory (docs/scaling.md).",
                            cause);
                }
                case FileSystemException file -> {
                    return new FailureAnalysis(
                            file.getFile() + " cannot be read or written: " + reason(file) + ".",
                            DIRECTORY,
                            cause);
                }
                case UncheckedIOException io when io.getCause() instanceof IOException e
                        && e.getClass() == IOException.class -> {
                    return new FailureAnalysis(io.getMessage() + ": " + e.getMessage() + ".", DIRECTORY, cause);
                }
                default -> {
                    // What led to it says more.
                }
            }
        }
        return null;
    }

    private boolean isPort(String value) {
        return value.equals(environment.getProperty("server.port"));
    }

    private FailureAnalysis port(String form, Throwable cause) {
        String given = environment.getProperty("server.port");
        return new FailureAnalysis("SERVER_PORT must be " + form + ", not \"" + given + "\"", ADVICE, cause);
    }

    private static String reason(FileSystemException file) {
        return switch (file) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "it does not exist";
            default -> file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        };
    }
}
