package id.saring.factcheck;

import id.saring.core.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of {@code claims.search} as its documentation describes it.
 *
 * @param maxAgeDays 0 for any age
 * @param pageSize   how many results, 1 to {@value #MOST}
 * @param start      from where on
 */
record SearchRequest(
        String query, @Nullable String languageCode, String site, int maxAgeDays, int pageSize, PageStart start) {
    private static final int DEFAULT = 10;
    private static final int MOST = 100;

    /** What every Google API understands; none of it changes what is found. */
    private static final Set<String> OF_ANY_API = Set.of(
            "$.xgafv", "access_token", "alt", "callback", "fields", "key", "oauth_token", "prettyPrint", "quotaUser",
            "uploadType", "upload_protocol", "$alt", "$fields", "$key", "$prettyPrint", "$callback");

    private static final Set<String> OWN = Set.of(
            "query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays", "pageSize", "pageToken", "offset");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");

    /** @throws BadSearchException if the original would not accept it */
    static SearchRequest read(Map<String, String[]> parameters) {
        for (String name : parameters.keySet()) {
            if (!OWN.contains(camel(name)) && !OF_ANY_API.contains(name)) {
                throw BadSearchException.unknown(name);
            }
        }
        Parameters given = new Parameters(parameters);
        String language = given.text("languageCode");
        int size = given.integer("pageSize", "page_size");
        int offset = given.integer("offset", "offset");
        SearchRequest request = new SearchRequest(
                given.text("query").strip(),
                language.isBlank() ? null : language,
                site(given.text("reviewPublisherSiteFilter")),
                given.integer("maxAgeDays", "max_age_days"),
                size == 0 ? DEFAULT : Math.min(size, MOST),
                new PageStart.Offset(offset));
        if (request.query.isEmpty() && request.site.isEmpty() || request.maxAgeDays < 0 || size < 0 || offset < 0) {
            throw BadSearchException.argument();
        }
        String token = given.text("pageToken");
        return token.isEmpty() ? request : request.at(token);
    }

    /** The language asked for; empty for one that no claim is written in. */
    Optional<Language> language() {
        return Language.of(languageCode);
    }

    /** What brings the page that begins there. */
    String token(PageStart start) {
        return start.token(signature());
    }

    private SearchRequest at(String token) {
        PageStart start = PageStart.read(token, signature()).orElseThrow(BadSearchException::argument);
        return new SearchRequest(query, languageCode, site, maxAgeDays, pageSize, start);
    }

    /** A token goes with the request it was made for; only the size of the page may change. */
    private int signature() {
        return Objects.hash(query, languageCode, site, maxAgeDays);
    }

    private static String site(String filter) {
        return filter.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/.*$", "");
    }

    /** The original also takes the names in the form of its protocol buffers. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            camel.append(c == '_' && i + 1 < name.length() ? Character.toUpperCase(name.charAt(++i)) : c);
        }
        return camel.toString();
    }

    private record Parameters(Map<String, String[]> given) {
        String text(String name) {
            return given.entrySet().stream()
                    .filter(entry -> camel(entry.getKey()).equals(name))
                    .map(entry -> entry.getValue()[entry.getValue().length - 1])
                    .findFirst()
                    .orElse("");
        }

        int integer(String name, String protocolName) {
            String written = text(name);
            if (written.isEmpty()) {
                return 0;
            }
            try {
                if (INTEGER.matcher(written).matches()) {
                    return Integer.parseInt(written);
                }
            } catch (NumberFormatException e) {
                // Falls through: more than 32 bits.
            }
            throw BadSearchException.value(protocolName, written);
        }
    }
}
