package id.saring.audit;

import id.saring.core.QuestionKey;
import id.saring.core.TraceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lookup as it stands in the log.
 *
 * @param trace null of lookups recorded before there were any
 */
public record LookupEntry(long id, @Nullable TraceId trace, Lookup lookup) {
    /** Its place in the log. */
    public LookupPlace place() {
        return new LookupPlace(lookup.at(), id);
    }

    /** What its words are kept under, if they are. */
    public Optional<QuestionKey> question() {
        String key = lookup.asked().messageKey();
        try {
            return Optional.of(new QuestionKey(key.substring(key.indexOf(':') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
