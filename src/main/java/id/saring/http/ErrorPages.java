package id.saring.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last resort for every failed request: a friendly page for people, a problem detail for programs. */
@Controller
final class ErrorPages implements ErrorController {
    private static final Set<Integer> WITH_OWN_WORDS = Set.of(400, 403, 404, 410, 413, 429);

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("words", words(status));
        return "error";
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        int status = status(request);
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setDetail(messages.getMessage("error." + words(status) + ".text", null, locale));
        return ResponseEntity.status(status).body(body);
    }

    private static String words(int status) {
        return WITH_OWN_WORDS.contains(status) ? Integer.toString(status) : "other";
    }

    /** The status that failed; whoever opens {@code /error} by hand finds nothing there. */
    private static int status(HttpServletRequest request) {
        @Nullable Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
    }
}
