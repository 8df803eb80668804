package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.ApiTokens;
import id.saring.account.OwnAccount;
import id.saring.account.RefusedChangeException;
import id.saring.account.Scope;
import id.saring.account.SecondFactors;
import id.saring.account.Sessions;
import id.saring.account.SignIn;
import id.saring.account.SignedIn;
import id.saring.audit.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: password, sessions and tokens. */
@Controller
final class OwnAccountPages {
    private static final String PATH = "/moderation/account";
    private static final String PAGE = "moderation/account";

    private final OwnAccount own;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignIn signIn;
    private final ApiTokens tokens;

    OwnAccountPages(OwnAccount own, SecondFactors factors, Sessions sessions, SignIn signIn, ApiTokens tokens) {
        this.own = own;
        this.factors = factors;
        this.sessions = sessions;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @GetMapping(PATH)
    ModelAndView show(SignedIn here) {
        Account account = here.account();
        ModelAndView page = new ModelAndView(PAGE);
        page.addObject("here_session", here.session());
        page.addObject("sessions", sessions.of(account));
        page.addObject("tokens", tokens.of(account));
        page.addObject("codesLeft", factors.recoveryCodesLeft(account));
        return page;
    }

    @PostMapping(PATH + "/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current, NewPassword password, SignedIn here, Actor actor) {
        return proven(here, current, "password", () -> password
                .store(chosen -> own.changePassword(actor, here, chosen))
                .map(problem -> problem(here, "password", problem))
                .orElseGet(() -> new ModelAndView(Frame.redirect(PATH, "password_changed"))));
    }

    @PostMapping(PATH + "/sessions/{id}/end")
    String endSession(@PathVariable long id, SignedIn here, Actor actor) {
        signIn.out(actor, here.account(), id);
        return Frame.redirect(PATH, "session_ended");
    }

    @PostMapping(PATH + "/sessions/end-others")
    String endOthers(SignedIn here, Actor actor) {
        signIn.outElsewhere(actor, here);
        return Frame.redirect(PATH, "session_ended");
    }

    @PostMapping(PATH + "/tokens")
    ModelAndView makeToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "READ") Scope scope,
            @RequestParam(defaultValue = "90") int days,
            SignedIn here,
            Actor actor,
            HttpServletResponse response) {
        try {
            String token = tokens.make(actor, here.account(), name, scope, Duration.ofDays(days));
            return SecretPage.of("token", token, response);
        } catch (RefusedChangeException e) {
            return problem(here, "token", e.code());
        }
    }

    @PostMapping(PATH + "/tokens/{id}/revoke")
    String revoke(@PathVariable long id, SignedIn here, Actor actor) {
        tokens.revoke(actor, here.account(), id);
        return Frame.redirect(PATH, "token_revoked");
    }

    @PostMapping(PATH + "/second-factor/remove")
    ModelAndView removeFactor(@RequestParam(defaultValue = "") String current, SignedIn here, Actor actor) {
        return proven(here, current, "factor", () -> {
            factors.remove(actor, here.account());
            return new ModelAndView(Frame.redirect(PATH, "factor_removed"));
        });
    }

    @PostMapping(PATH + "/second-factor/recovery")
    ModelAndView renewRecoveryCodes(
            @RequestParam(defaultValue = "") String current, SignedIn here, Actor actor, HttpServletResponse response) {
        return proven(here, current, "factor", () -> SecretPage.of(
                "recovery", String.join("\n", factors.renewRecoveryCodes(actor, here.account())), response));
    }

    private ModelAndView proven(SignedIn here, String current, String section, Supplier<ModelAndView> act) {
        OwnAccount.Proof proof = own.prove(here.account(), current);
        return proof == OwnAccount.Proof.RIGHT
                ? act.get()
                : problem(here, section, proof.name().toLowerCase(Locale.ROOT));
    }

    /** The page again, with what is wrong said beside the form of {@code section}. */
    private ModelAndView problem(SignedIn here, String section, String problem) {
        ModelAndView page = show(here);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problem_" + section, problem);
        return page;
    }
}
