package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.Key;
import id.saring.account.Origins;
import id.saring.account.OwnAccount;
import id.saring.account.RefusedChangeException;
import id.saring.account.SignedIn;
import id.saring.audit.Actor;
import id.saring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a password before anything else can be done: by an invitation's link, or in place of one that was given. */
@Controller
final class PasswordPages {
    private static final String PAGE = "moderation/new-password";

    private final OwnAccount own;
    private final Origins origins;

    PasswordPages(OwnAccount own, Origins origins) {
        this.own = own;
        this.origins = origins;
    }

    @GetMapping("/moderation/new-password")
    String form(Account account, Model model) {
        model.addAttribute("owner", account.name());
        return PAGE;
    }

    @PostMapping("/moderation/new-password")
    ModelAndView change(NewPassword password, SignedIn here, Actor actor) {
        return password.store(chosen -> own.changePassword(actor, here, chosen))
                .map(problem -> again(here.account().name(), problem))
                .orElseGet(() -> new ModelAndView(Frame.redirect("/moderation", "password_changed")));
    }

    @GetMapping("/moderation/invitation/{key}")
    String invitation(@PathVariable String key, Model model) {
        model.addAttribute("owner", invited(key).name());
        return PAGE;
    }

    @PostMapping("/moderation/invitation/{key}")
    ModelAndView accept(@PathVariable String key, NewPassword password, HttpServletRequest request) {
        Account account = invited(key);
        try {
            return password.store(chosen -> own.accept(new Key(key), chosen, origins.of(request.getRemoteAddr())))
                    .map(problem -> again(account.name(), problem))
                    .orElseGet(() -> new ModelAndView(Frame.redirect("/moderation/sign-in", "password_chosen")));
        } catch (RefusedChangeException e) {
            throw new Problem(HttpStatus.GONE, "invitation_over");
        }
    }

    private Account invited(String key) {
        Optional<Account> account = Key.of(key).flatMap(own::invited);
        return account.orElseThrow(() -> new Problem(HttpStatus.GONE, "invitation_over"));
    }

    private static ModelAndView again(String owner, String problem) {
        ModelAndView page = new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("owner", owner);
        page.addObject("problem", problem);
        return page;
    }
}
