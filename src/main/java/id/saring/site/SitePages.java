package id.saring.site;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.http.JsonBody;
import id.saring.http.PerAddress;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.match.Query;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public pages: the chat, its plain twin for browsers without scripts, and a page for each claim. */
@Controller
final class SitePages {
    private final Lookup lookup;
    private final SiteSettings settings;
    private final MessageSource messages;

    SitePages(Lookup lookup, SiteSettings settings, MessageSource messages) {
        this.lookup = lookup;
        this.settings = settings;
        this.messages = messages;
    }

    @ModelAttribute("site")
    SiteSettings site() {
        return settings;
    }

    @ModelAttribute("maxText")
    int maxText() {
        return JsonBody.MAX_TEXT;
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
        String asked = text.isBlank() ? example : text;
        ModelAndView page = new ModelAndView("home");
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

    @GetMapping("/klaim/{id:[0-9]{1,18}}")
    String claim(@PathVariable long id, Model model) {
        Claim claim = published(id);
        model.addAttribute("claim", claim);
        model.addAttribute("content", claim.content());
        model.addAttribute("canonical", settings.claimUrl(claim.id()));
        return "claim";
    }

    private Claim published(long id) {
        Problem unknown = new Problem(HttpStatus.NOT_FOUND, "claim_unknown");
        if (id == 0) {
            throw unknown;
        }
        Claim claim = lookup.find().apply(new ClaimId(id)).orElseThrow(() -> unknown);
        return switch (claim.state()) {
            case PUBLISHED -> claim;
            case DRAFT -> throw unknown;
            case WITHDRAWN -> throw new Problem(HttpStatus.GONE, "claim_withdrawn");
        };
    }
}
