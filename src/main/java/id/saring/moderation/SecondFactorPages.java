package id.saring.moderation;

import id.saring.account.SecondFactors;
import id.saring.account.SignedIn;
import id.saring.audit.Actor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up one's second factor. */
@Controller
final class SecondFactorPages {
    private static final String PATH = "/moderation/account/second-factor";

    private final SecondFactors factors;

    SecondFactorPages(SecondFactors factors) {
        this.factors = factors;
    }

    @PostMapping(PATH)
    String begin(SignedIn here) {
        factors.begin(here.account());
        return "redirect:" + PATH;
    }

    @GetMapping(PATH)
    ModelAndView show(SignedIn here, HttpServletResponse response) {
        SecretPage.keepNot(response);
        return factors.begun(here.account())
                .map(setup -> new ModelAndView("moderation/set-factor")
                        .addObject("image", QrImage.of(setup.uri()))
                        .addObject("secret", setup.secret().replaceAll("(.{4})(?!$)", "$1 ")))
                .orElseGet(() -> new ModelAndView("redirect:/moderation/account"));
    }

    @PostMapping(PATH + "/confirm")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, SignedIn here, Actor actor, HttpServletResponse response) {
        return factors.confirm(actor, here.account(), code)
                .map(codes -> SecretPage.of("recovery", String.join("\n", codes), response))
                .orElseGet(() -> {
                    ModelAndView again = show(here, response).addObject("problem", "refused");
                    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return again;
                });
    }
}
