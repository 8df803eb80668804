package id.saring.moderation;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@Controller
final class StartPage {
    @GetMapping("/moderation")
    String start() {
        return "moderation/start";
    }
}
