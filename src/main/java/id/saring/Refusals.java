package id.saring;

import id.saring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program, as a problem detail, that it is not known or may not do what it asks. */
final class Refusals {
    private final JsonMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    Refusals(JsonMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        tell(HttpStatus.UNAUTHORIZED, "token_unknown", request, response);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell(HttpStatus.FORBIDDEN, "token_forbidden", request, response);
    }

    private void tell(HttpStatus status, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail body = new Problem(status, code).updateAndGetBody(messages, locale);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body);
    }
}
