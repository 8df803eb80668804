package id.saring.site;

import id.saring.http.Imprint;
import id.saring.http.JsonBody;
import id.saring.http.PerAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front page: the chat, and its plain twin for browsers without scripts. */
@Controller
final class SitePages {
    private final CheckForm form;
    private final SiteSettings settings;
    private final Imprint imprint;

    SitePages(CheckForm form, SiteSettings settings, Imprint imprint) {
        this.form = form;
        this.settings = settings;
        this.imprint = imprint;
    }

    @ModelAttribute("site")
    SiteSettings site() {
        return settings;
    }

    @ModelAttribute("maxText")
    int maxText() {
        return JsonBody.MAX_TEXT;
    }

    @ModelAttribute("canonical")
    String canonical(HttpServletRequest request) {
        return imprint.seenBy(request).at("/");
    }

    @GetMapping("/")
    String home() {
        return "home";
    }

    /** The form was sent and the page is opened again by its address, which holds no text to check. */
    @GetMapping("/cek")
    String checkAgain() {
        return "redirect:/";
    }

    /**
     * Checks what the form holds and shows the answer on the page itself.
     *
     * @param example the example that was tapped instead of writing a text
     */
    @PerAddress(PerAddress.Caller.BROWSER)
    @PostMapping(path = "/cek", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String example,
            Locale locale) {
        return form.answer(new ModelAndView("home"), text.isBlank() ? example : text, locale);
    }
}
