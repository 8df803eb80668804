package id.saring.reply;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a failed start with the one sentence that matters instead of a stack trace. */
class ResponsesFailureAnalyzer extends AbstractFailureAnalyzer<ResponsesException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ResponsesException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                cause.file().isEmpty()
                        ? "Create that folder or correct the setting; without the setting, ./responses is used."
                        : "Mend that file, or take the original again; responses/README.md explains it.",
                cause);
    }
}
