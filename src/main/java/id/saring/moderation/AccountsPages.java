package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.Accounts;
import id.saring.account.Key;
import id.saring.account.RefusedChangeException;
import id.saring.account.Role;
import id.saring.account.SecondFactors;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** All accounts, for admins: inviting, roles, shutting and opening, new passwords, lost second factors. */
@Controller
final class AccountsPages {
    private static final String PATH = "/moderation/accounts";
    private static final int ACTS_SHOWN = 20;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Acts acts;
    private final @Nullable String baseUrl;

    /** @param baseUrl the installation's public address; null to go by that of the request */
    AccountsPages(Accounts accounts, SecondFactors factors, Acts acts, @Nullable String baseUrl) {
        this.accounts = accounts;
        this.factors = factors;
        this.acts = acts;
        this.baseUrl = baseUrl;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return new ModelAndView("moderation/accounts").addObject("accounts", accounts.list());
    }

    @PostMapping(PATH)
    ModelAndView invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "MODERATOR") Role role,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return SecretPage.of("invitation", link(accounts.invite(actor, name, role), request), response);
        } catch (RefusedChangeException e) {
            return refused(list().addObject("name", name), e);
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(@PathVariable long id) {
        Account other = find(id);
        return new ModelAndView("moderation/account-of")
                .addObject("other", other)
                .addObject("acts", acts.list(ActFilter.on(other.subject()), 0, ACTS_SHOWN).items());
    }

    @PostMapping(PATH + "/{id}/role")
    ModelAndView changeRole(@PathVariable long id, @RequestParam Role role, Actor actor) {
        return change(id, () -> accounts.changeRole(actor, id, role));
    }

    @PostMapping(PATH + "/{id}/disable")
    ModelAndView disable(@PathVariable long id, Actor actor) {
        return change(id, () -> accounts.disable(actor, id));
    }

    @PostMapping(PATH + "/{id}/enable")
    ModelAndView enable(@PathVariable long id, Actor actor) {
        return change(id, () -> accounts.enable(actor, id));
    }

    @PostMapping(PATH + "/{id}/remove-factor")
    ModelAndView removeFactor(@PathVariable long id, Actor actor) {
        return change(id, () -> factors.remove(actor, find(id)));
    }

    @PostMapping(PATH + "/{id}/reset-password")
    ModelAndView resetPassword(
            @PathVariable long id, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        try {
            return SecretPage.of("invitation", link(accounts.resetPassword(actor, id), request), response);
        } catch (RefusedChangeException e) {
            return refused(show(id), e);
        }
    }

    private ModelAndView change(long id, Runnable change) {
        try {
            change.run();
            return new ModelAndView(Frame.redirect(PATH + "/" + id, "account_changed"));
        } catch (RefusedChangeException e) {
            return refused(show(id), e);
        }
    }

    private static ModelAndView refused(ModelAndView page, RefusedChangeException refusal) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("problem", refusal.code());
    }

    private Account find(long id) {
        return accounts.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "account_unknown"));
    }

    private String link(Key key, HttpServletRequest request) {
        String base = baseUrl == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : baseUrl;
        return base + "/moderation/invitation/" + key.value();
    }
}
