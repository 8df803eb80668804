package id.saring.http;

import id.saring.core.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language to answer a request in: what the page was told by {@code ?lang=}, what it was told before (a cookie),
 * the browser's first language that we have, or the default.
 */
public final class RequestLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";

    private static final String COOKIE = "saring_lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Language fallback;

    RequestLanguage(Language fallback) {
        this.fallback = fallback;
    }

    /** The language of the request that the current thread serves, for controllers that were given its locale. */
    public static Language of(Locale locale) {
        return Language.of(locale.toLanguageTag()).orElse(Language.ID);
    }

    /**
     * What the person asked for, by a choice or by the browser's settings; empty if they asked for none that we have.
     */
    public static Optional<Language> asked(HttpServletRequest request) {
        return chosen(request).or(() -> preferred(request));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).orElse(fallback).locale();
    }

    /** The request, whose own locale is then the first language of the browser that we have, instead of any or none. */
    HttpServletRequest speaking(HttpServletRequest request) {
        Locale locale = preferred(request).orElse(fallback).locale();
        return new HttpServletRequestWrapper(request) {
            @Override
            public Locale getLocale() {
                return locale;
            }
        };
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        Language.of(locale.toLanguageTag()).ifPresent(language -> response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, language.code())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString()));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Language.of(parameter(request))
                .or(() -> Language.of(cookie == null ? null : cookie.getValue()));
    }

    /** Null too if what was sent with the request cannot be read, which is to be told in some language. */
    private static @Nullable String parameter(HttpServletRequest request) {
        try {
            return request.getParameter(PARAMETER);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private static Optional<Language> preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty(); // getLocales would then say what the server's own locale is
        }
        Stream<Locale> locales = Collections.list(request.getLocales()).stream();
        return locales.map(Locale::toLanguageTag).map(Language::of).flatMap(Optional::stream).findFirst();
    }
}
