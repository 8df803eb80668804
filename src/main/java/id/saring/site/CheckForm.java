package id.saring.site;

import id.saring.check.Checks;
import id.saring.core.Door;
import id.saring.http.JsonBody;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.match.Query;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Answers a message that a form brought, on the page itself: for browsers and frames without scripts. */
record CheckForm(Checks checks, Door door, MessageSource messages) {
    /** Puts what was asked, and the answer or the problem, on the page. */
    ModelAndView answer(ModelAndView page, String asked, Locale locale) {
        page.addObject("asked", asked);
        try {
            Query query = new Query(JsonBody.checkedMessage(asked), RequestLanguage.of(locale));
            page.addObject("answer", checks.check(door, query));
        } catch (Problem problem) {
            if (problem.getStatusCode().equals(HttpStatus.CONTENT_TOO_LARGE)) {
                checks.tooLong(door, RequestLanguage.of(locale));
            }
            page.setStatus(problem.getStatusCode());
            page.addObject("problem", problem.updateAndGetBody(messages, locale).getDetail());
        }
        return page;
    }
}
