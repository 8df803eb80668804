package id.saring.site;

import id.saring.http.JsonBody;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.match.Query;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.ModelAndView;

/** Answers a message that a form brought, on the page itself: for browsers and frames without scripts. */
record CheckForm(Lookup lookup, MessageSource messages) {
    /** Puts what was asked, and the answer or the problem, on the page. */
    ModelAndView answer(ModelAndView page, String asked, Locale locale) {
        page.addObject("asked", asked);
        try {
            Query query = new Query(JsonBody.checkedMessage(asked), RequestLanguage.of(locale));
            page.addObject("answer", lookup.match().apply(query));
        } catch (Problem problem) {
            page.setStatus(problem.getStatusCode());
            page.addObject("problem", problem.updateAndGetBody(messages, locale).getDetail());
        }
        return page;
    }
}
