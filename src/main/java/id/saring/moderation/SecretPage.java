package id.saring.moderation;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** The page that shows something this once: a token, a link, recovery codes. No browser keeps it. */
public final class SecretPage {
    private SecretPage() {}

    /** @param kind its words are {@code secret.<kind>} and {@code secret.<kind>.title} */
    public static ModelAndView of(String kind, String secret, HttpServletResponse response) {
        keepNot(response);
        ModelAndView page = new ModelAndView("moderation/secret");
        page.addObject("kind", kind);
        page.addObject("secret", secret);
        return page;
    }

    /** Has the browser keep nothing of the page. */
    static void keepNot(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
