package id.saring.db;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a failed start with the one sentence that matters instead of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnusableDatabaseException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabaseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Check SARING_DATABASE_URL, SARING_DATABASE_USER and SARING_DATABASE_PASSWORD; without them the store is a file"
                        + " in SARING_DATA_DIR.",
                cause);
    }
}
