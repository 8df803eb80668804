package id.saring.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that cannot be answered as asked. It becomes an RFC 9457 problem detail whose {@code detail} is the text
 * {@code problem.<code>} in the language of the request, or the error page if a browser asked for a page.
 */
public final class Problem extends ErrorResponseException {
    private final String code;

    /** @param code stable name of what is wrong, also told to the client as the member {@code code} */
    public Problem(HttpStatus status, String code, Object... arguments) {
        super(status, body(status, code), null, "problem." + code, arguments);
        this.code = code;
    }

    public String code() {
        return code;
    }

    private static ProblemDetail body(HttpStatus status, String code) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setProperty("code", code);
        return body;
    }
}
