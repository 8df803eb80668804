package id.saring.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;

/** Hands the public notice to every page; those that are for the public show it under their head. */
public final class NoticeOnPages implements HandlerInterceptor {
    /** Under which templates have it. */
    private static final String NAME = "publicNotice";

    private final PublicNotice notice;

    /** The notice as templates ask for it. */
    public record Shown(PublicNotice notice) {
        /** In the page's language; empty if there is none. */
        public String words(Locale locale) {
            return notice.in(locale).orElse("");
        }
    }

    NoticeOnPages(PublicNotice notice) {
        this.notice = notice;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(NAME, new Shown(notice));
        return true;
    }

    /** What a page made for this request shows of it, in any language; for those that keep pages. */
    public static String kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(NAME))
                .map(shown -> ((Shown) shown).words(Locale.of("id")) + ((Shown) shown).words(Locale.ENGLISH))
                .orElse("");
    }
}
