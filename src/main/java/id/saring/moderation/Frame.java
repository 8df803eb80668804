package id.saring.moderation;

import id.saring.account.Account;
import id.saring.account.BusyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of staff shows around its own: who is signed in, the navigation, and news of what was just done. */
@ControllerAdvice(basePackageClasses = Frame.class)
public class Frame {
    private static final Pattern NOTICE = Pattern.compile("[a-z][a-z0-9_.]{0,40}");

    private final List<MenuEntry> menu;
    private final MessageSource messages;

    protected Frame(List<MenuEntry> menu, MessageSource messages) {
        this.messages = messages;
        this.menu = menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model, Locale locale) {
        model.addAttribute("timePattern", messages.getMessage("moderation.time", null, locale));
        String here = request.getRequestURI();
        model.addAttribute("here", here);
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Account account) {
            model.addAttribute("account", account);
            // Not before signing in is done.
            if (request.isUserInRole(account.role().name())) {
                model.addAttribute("menu", menu.stream().filter(entry -> entry.seenBy(account)).toList());
            }
        }
        @Nullable String notice = request.getParameter("notice");
        if (notice != null && NOTICE.matcher(notice).matches()) {
            // Nothing for a key without words: anybody can write an address.
            model.addAttribute("notice", messages.getMessage("notice." + notice, null, "", locale));
        }
    }

    @ExceptionHandler(BusyException.class)
    void busy(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /**
     * Back to a page with news at its top, whose words are {@code notice.<key>}. The address carries it, because there
     * is no session to keep it in.
     */
    public static String redirect(String path, String notice) {
        return "redirect:" + path + (path.contains("?") ? "&" : "?") + "notice=" + notice;
    }
}
