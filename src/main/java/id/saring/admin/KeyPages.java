package id.saring.admin;

import id.saring.account.ApiKey;
import id.saring.account.ApiKeys;
import id.saring.account.RefusedChangeException;
import id.saring.audit.Actor;
import id.saring.moderation.Frame;
import id.saring.moderation.SecretPage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keys of programs that ask a lot: how much they may, how much they did today. */
@Controller
final class KeyPages {
    private static final String PATH = "/admin/keys";

    private final ApiKeys keys;

    KeyPages(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping(PATH)
    ModelAndView show() {
        return new ModelAndView("admin/keys").addObject("keys", keys.list());
    }

    @PostMapping(PATH)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "600") int perMinute,
            @RequestParam(defaultValue = "100000") long perDay,
            Actor actor,
            HttpServletResponse response) {
        try {
            return SecretPage.of("api_key", keys.make(actor, name, new ApiKey.Quota(perMinute, perDay)), response);
        } catch (RefusedChangeException e) {
            ModelAndView page = show().addObject("problem", e.code()).addObject("name", name);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(PATH + "/{id}/revoke")
    String revoke(@PathVariable long id, Actor actor) {
        keys.revoke(actor, id);
        return Frame.redirect(PATH, "api_key_revoked");
    }
}
