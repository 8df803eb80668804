package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.http.Imprint;
import id.saring.http.Problem;
import id.saring.moderation.Frame;
import id.saring.moderation.SecretPage;
import id.saring.webhook.Webhook;
import id.saring.webhook.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which newsrooms' systems are told of verdicts, and how the deliveries to each went. */
@Controller
final class HookPages {
    static final String PATH = "/admin/webhooks";
    private static final String HOOK = PATH + "/{id:[0-9]{1,18}}";
    private static final int LONGEST = 2000;
    private static final int LOGGED = 50;

    private final Webhooks webhooks;
    private final Acts acts;
    private final Imprint imprint;

    HookPages(Webhooks webhooks, Acts acts, Imprint imprint) {
        this.webhooks = webhooks;
        this.acts = acts;
        this.imprint = imprint;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return new ModelAndView("admin/webhooks")
                .addObject("hooks", webhooks.all())
                .addObject("longest", LONGEST)
                .addObject("unaddressed", imprint.baseUrl() == null);
    }

    @PostMapping(PATH)
    ModelAndView add(@RequestParam(defaultValue = "") String url, Actor actor, HttpServletResponse response) {
        Webhook.Added added;
        try {
            if (url.length() > LONGEST) {
                throw new IllegalArgumentException("Nobody has so long an address");
            }
            URI address = URI.create(url.strip());
            added = webhooks.add(
                    address, hook -> acts.record(actor, "webhook.add", subject(hook.id()), Map.of(), facts(hook)));
        } catch (IllegalArgumentException e) {
            ModelAndView page = list().addObject("refused", true).addObject("url", url);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return SecretPage.of("webhook", added.secret(), response);
    }

    @GetMapping(HOOK)
    ModelAndView one(@PathVariable long id) {
        Webhook hook = webhooks.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "webhook_unknown"));
        return new ModelAndView("admin/webhook")
                .addObject("hook", hook)
                .addObject("deliveries", webhooks.deliveries(id, LOGGED));
    }

    @PostMapping(HOOK + "/remove")
    String remove(@PathVariable long id, Actor actor) {
        if (!webhooks.remove(id, hook -> acts.record(actor, "webhook.remove", subject(id), facts(hook), Map.of()))) {
            throw new Problem(HttpStatus.NOT_FOUND, "webhook_unknown");
        }
        return Frame.redirect(PATH, "webhook_removed");
    }

    private static String subject(long id) {
        return "webhook:" + id;
    }

    /** Without the rest of the address, which may carry a token that acts would keep for ever. */
    private static Map<String, ?> facts(Webhook hook) {
        return Map.of("host", hook.url().getHost());
    }
}
