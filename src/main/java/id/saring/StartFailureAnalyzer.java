package id.saring;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Ends a start that fails on its surroundings with the one sentence that matters instead of a stack trace. */
class StartFailureAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case WrongSettingException wrong -> {
                    return new FailureAnalysis(
                            String.valueOf(wrong.getMessage()), ".env.example explains every setting.", cause);
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
                            "Check SARING_DATA_DIR and who owns it: Saring must be able to write there.",
                            cause);
                }
                default -> {
                    // What led to it says more.
                }
            }
        }
        return null;
    }

    private static String reason(FileSystemException file) {
        return switch (file) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "it does not exist";
            default -> file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        };
    }
}
