package id.saring.telegram;

/** How a call to Telegram can go wrong without the caller's fault. */
public sealed interface Fault {
    /** An answer of this status and body. */
    record Answer(int status, String body) implements Fault {}

    /** No answer until the server ends. */
    record Hang() implements Fault {}

    /** The connection is cut; before or after the call took effect. */
    record Cut(boolean afterwards) implements Fault {}

    static Fault error(int code, String description) {
        return new Answer(code, "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
    }

    static Fault tooMany(int retryAfter) {
        return new Answer(429, """
                {"ok":false,"error_code":429,"description":"Too Many Requests: retry after %1$d",\
                "parameters":{"retry_after":%1$d}}""".formatted(retryAfter));
    }

    static Fault badGateway() {
        return new Answer(502, "<html><body>502 Bad Gateway</body></html>");
    }

    static Fault garbage() {
        return new Answer(200, "surprise");
    }
}
