package id.saring.queue;

import java.util.regex.Pattern;

/** Says why work failed without saying what the work was: people's words and ids stay out of the table and the log. */
final class Reason {
    /** Exception messages quote their input or give it as a long number. */
    private static final Pattern PAYLOAD = Pattern.compile("\"[^\"]*\"?|'[^']*'?|`[^`]*`?|\\d{5,}");

    private static final int MAX_LENGTH = 300;
    private static final int MAX_CAUSES = 4;

    private Reason() {}

    /** Class, place and masked message of the exception and its causes. */
    static String of(Throwable failure) {
        StringBuilder reason = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            reason.append(i == 0 ? "" : " < ").append(cause.getClass().getSimpleName());
            String message = cause.getMessage();
            if (message != null) {
                reason.append(": ").append(mask(message));
            }
            reason.append(place(cause));
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return cut(reason.toString());
    }

    static String cut(String reason) {
        // PostgreSQL knows no NUL in texts.
        String text = reason.replace("\0", "");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }

    private static String mask(String message) {
        String line = message.lines().findFirst().orElse("");
        return PAYLOAD.matcher(line).replaceAll("…");
    }

    private static String place(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("id.saring.")) {
                return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
