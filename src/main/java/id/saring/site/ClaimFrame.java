package id.saring.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What stands around a claim on its page and is the same on all of them, as markup. It is much of what a template has
 * to work out, so it is rendered once for each language and not for each claim.
 *
 * @param links where the feeds and the style sheet are, for the head of the page
 */
record ClaimFrame(String links, String masthead, String footer) {
    static ClaimFrame of(
            PageRenderer renderer, SiteSettings settings, Locale locale, HttpServletRequest request,
            HttpServletResponse response) {
        Part part = name -> new String(
                renderer.render("claim-frame :: " + name, Map.of("site", settings), locale, request, response),
                StandardCharsets.UTF_8);
        return new ClaimFrame(part.called("links"), part.called("masthead"), part.called("footer"));
    }

    @FunctionalInterface
    private interface Part {
        String called(String name);
    }
}
