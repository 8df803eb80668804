package id.saring.match;

import id.saring.core.Language;
import org.jspecify.annotations.Nullable;

/**
 * A message to be matched.
 *
 * @param language the language the person is answered in; lists show claims told in it first; null if unknown
 */
public record Query(String text, @Nullable Language language) {
    @Override
    public String toString() {
        return "Query[" + text.length() + " characters, " + language + "]";
    }
}
