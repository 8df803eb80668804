package id.saring.match;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a failed start with the one sentence that matters instead of a stack trace. */
class UnusableModelFailureAnalyzer extends AbstractFailureAnalyzer<UnusableModelException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnusableModelException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct SARING_MATCH_MODEL, or leave it out to match with the numbers that ship with the program.",
                cause);
    }
}
