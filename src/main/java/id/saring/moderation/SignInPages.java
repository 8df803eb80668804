package id.saring.moderation;

import id.saring.account.BusyException;
import id.saring.account.Origins;
import id.saring.account.Sessions;
import id.saring.account.SignIn;
import id.saring.account.SignedIn;
import id.saring.audit.Actor;
import id.saring.http.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, its second step, and signing out. */
@Controller
final class SignInPages {
    private static final String START = "/moderation";
    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    /** Only to our own pages, or the sign-in page could be used to send people elsewhere. */
    private static final Pattern OURS = Pattern.compile("/(moderation|admin)([/?][\\p{Graph}&&[^\\\\]]*)?");

    private final SignIn signIn;
    private final Sessions sessions;
    private final Origins origins;

    SignInPages(SignIn signIn, Sessions sessions, Origins origins) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.origins = origins;
    }

    @GetMapping("/moderation/sign-in")
    String form(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        if (request.isUserInRole("ADMIN") || request.isUserInRole("MODERATOR")) {
            return "redirect:" + target(next);
        }
        model.addAttribute("next", next);
        return "moderation/sign-in";
    }

    @PostMapping("/moderation/sign-in")
    ModelAndView withPassword(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ModelAndView again = new ModelAndView("moderation/sign-in");
        again.addObject("name", name);
        again.addObject("next", next);
        try {
            return follow(signIn.withPassword(name, password, from(request)), next, again, request, response);
        } catch (BusyException e) {
            return refused(again, HttpStatus.SERVICE_UNAVAILABLE, "busy");
        }
    }

    @GetMapping("/moderation/second-factor")
    String codeForm(@RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("next", next);
        return "moderation/second-factor";
    }

    @PostMapping("/moderation/second-factor")
    ModelAndView withCode(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            SignedIn half,
            HttpServletRequest request,
            HttpServletResponse response) {
        ModelAndView again = new ModelAndView("moderation/second-factor");
        again.addObject("next", next);
        return follow(signIn.withCode(half, code, from(request)), next, again, request, response);
    }

    @PostMapping("/moderation/sign-out")
    String out(SignedIn signedIn, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        signIn.out(actor, signedIn.account(), signedIn.session());
        SessionCookie.SESSION.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return Frame.redirect("/moderation/sign-in", "signed_out");
    }

    /** For who sends a form after their session has ended. */
    @RequestMapping("/moderation/session-over")
    String sessionOver() {
        return "moderation/session-over";
    }

    private ModelAndView follow(
            SignIn.Outcome outcome,
            String next,
            ModelAndView again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case SignIn.Outcome.Entered entered -> {
                SessionCookie.SESSION.write(request, response, entered.key().value(), sessions.longest());
                SessionCookie.KNOWN.write(request, response, entered.mark(), KNOWN_FOR);
                boolean done = entered.stage() == SignedIn.Stage.COMPLETE;
                ModelAndView onward = new ModelAndView("redirect:"
                        + (done ? target(next) : "/moderation/second-factor"));
                if (!done && !next.isEmpty()) {
                    onward.addObject("next", next);
                }
                yield onward;
            }
            case SignIn.Outcome.Refused() -> refused(again, HttpStatus.FORBIDDEN, "refused");
            case SignIn.Outcome.Wait(Duration time) -> {
                again.addObject("wait", Math.max(1, time.toSeconds() + 1));
                yield refused(again, HttpStatus.TOO_MANY_REQUESTS, "wait");
            }
        };
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status, String problem) {
        page.setStatus(status);
        page.addObject("problem", problem);
        return page;
    }

    private SignIn.From from(HttpServletRequest request) {
        return new SignIn.From(
                origins.of(request.getRemoteAddr()),
                Device.of(request.getHeader("User-Agent")),
                SessionCookie.KNOWN.read(request).orElse(null));
    }

    private static String target(String next) {
        return OURS.matcher(next).matches() ? next : START;
    }
}
