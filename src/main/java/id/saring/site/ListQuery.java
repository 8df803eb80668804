package id.saring.site;

import id.saring.claim.PublishedClaims.Filter;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a visitor of the list asks for. What cannot be read counts as not asked: a mistyped address still shows claims.
 *
 * @param text what to search for; blank for the latest
 * @param page 1 for the first
 */
public record ListQuery(String text, Filter filter, int page) {
    static final int PAGE_SIZE = 20;
    private static final int LONGEST = 500;
    private static final int LAST_PAGE = 5000;

    static ListQuery read(Map<String, String[]> parameters) {
        String text = value(parameters, "q").strip();
        Filter filter = new Filter(
                Language.of(value(parameters, "language")).orElse(null),
                verdict(value(parameters, "verdict")).orElse(null),
                day(value(parameters, "from")),
                day(value(parameters, "to")),
                null,
                null);
        return new ListQuery(
                text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)),
                filter,
                number(value(parameters, "page")));
    }

    static Optional<Verdict> verdict(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Verdict.values()).filter(verdict -> verdict.name().equals(wanted)).findFirst();
    }

    static @Nullable LocalDate day(String written) {
        try {
            return written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    public boolean bare() {
        return text.isEmpty() && filter.equals(Filter.ALL);
    }

    public boolean filtered() {
        return !filter.equals(Filter.ALL);
    }

    /** The address of another page of the same list. */
    public String at(String path, int page) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        add(url, "q", text.isEmpty() ? null : text);
        add(url, "verdict", filter.verdict());
        add(url, "language", filter.language() == null ? null : filter.language().code());
        add(url, "from", filter.from());
        add(url, "to", filter.to());
        add(url, "page", page == 1 ? null : page);
        return url.encode().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null) {
            url.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }

    private static String value(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static int number(String written) {
        return written.matches("[1-9][0-9]{0,3}") ? Math.min(LAST_PAGE, Integer.parseInt(written)) : 1;
    }
}
