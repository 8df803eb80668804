package id.saring.match;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to answer. All thresholds of the matcher, here and nowhere else.
 *
 * @param confident    from this probability on a claim is given as the answer
 * @param possible     from this probability on the best claims are offered as a choice
 * @param keywordWords a message of at most so many content words that is no confident match is a keyword
 * @param choices      how many claims a choice offers at most
 * @param listed       how many claims a keyword lists at most
 * @param cacheSize    how many characters of messages the cache of answers may hold
 * @throws IllegalArgumentException if the thresholds are no ascending probabilities
 */
@ConfigurationProperties("saring.match")
public record MatchSettings(
        @DefaultValue("0.77") double confident,
        @DefaultValue("0.30") double possible,
        @DefaultValue("3") int keywordWords,
        @DefaultValue("5") int choices,
        @DefaultValue("10") int listed,
        @DefaultValue("20000000") long cacheSize) {
    public MatchSettings {
        if (!(0 < possible && possible <= confident && confident < 1)) {
            throw new IllegalArgumentException("saring.match: 0 < possible <= confident < 1 does not hold");
        }
    }

    public static MatchSettings defaults() {
        return new MatchSettings(0.77, 0.30, 3, 5, 10, 20_000_000);
    }
}
