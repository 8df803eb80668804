package id.saring.site;

import id.saring.http.Imprint;
import id.saring.http.PerAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The checker for other people's sites: a small page that they show in a frame, which works without a script. Nothing
 * in it knows who is looking: it stands in a frame without an origin of its own, so there are no cookies.
 */
@Controller
final class WidgetPages {
    private static final Pattern COLOUR = Pattern.compile("[0-9a-fA-F]{6}");
    private static final String OUR_COLOUR = "0c6b5b";

    private final CheckForm form;
    private final Imprint imprint;

    WidgetPages(CheckForm form, Imprint imprint) {
        this.form = form;
        this.imprint = imprint;
    }

    /**
     * How the site that shows it wants it to look.
     *
     * @param theme  {@code light}, {@code dark}, or {@code auto} for what the visitor prefers
     * @param accent the colour of buttons and links, six hexadecimal digits
     */
    record Look(String theme, String accent) {
        Look {
            theme = theme.equals("light") || theme.equals("dark") ? theme : "auto";
            accent = COLOUR.matcher(accent).matches() ? accent.toLowerCase(Locale.ROOT) : OUR_COLOUR;
        }

        /** Black or white, whichever can be read on the accent. */
        String onAccent() {
            double light = 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
            return light > 0.179 ? "000000" : "ffffff";
        }

        private double part(int at) {
            double value = Integer.parseInt(accent.substring(at, at + 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    @ModelAttribute("look")
    Look look(@RequestParam(defaultValue = "auto") String theme,
            @RequestParam(defaultValue = OUR_COLOUR) String accent) {
        return new Look(theme, accent);
    }

    @GetMapping("/widget")
    ModelAndView empty(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response);
    }

    @PerAddress(PerAddress.Caller.BROWSER)
    @PostMapping(path = "/widget", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView check(
            @RequestParam(defaultValue = "")
                    String text, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return form.answer(page(request, response), text, locale);
    }

    /** The two colours that a site may choose; a style sheet of its own, because the page allows no style inside it. */
    @GetMapping(path = "/widget-colours.css", produces = "text/css")
    ResponseEntity<String> colours(@ModelAttribute("look") Look look) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(":root { --accent: #%s; --on-accent: #%s; }\n".formatted(look.accent(), look.onAccent()));
    }

    private ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        // The one page that others may frame.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors *");
        response.setHeader("X-Frame-Options", null);
        ModelAndView page = new ModelAndView("widget");
        page.addObject("imprint", imprint.seenBy(request));
        return page;
    }
}
