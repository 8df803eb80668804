package id.saring.match;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to answer: every threshold of confidence, and of how much claim and message share, that a verdict, a choice or a
 * list hangs on. How a text is read, what is taken for a slip in it and how far it is gone through is no setting.
 *
 * @param confident    from this probability on a claim is given as the answer
 * @param possible     from this probability on the best claims are offered as a choice
 * @param keywordWords a message of at most so many content words that is no confident match is a keyword
 * @param choices      how many claims a choice offers at most
 * @param listed       how many claims a keyword lists at most
 * @param cacheSize    how many characters of messages the cache of answers may hold
 * @param guards       what keeps a confident verdict back
 * @param lists        what is shown beside or instead of an answer
 * @param model        file with the numbers of the matcher; blank for those that ship with the program
 * @throws IllegalArgumentException if the thresholds are no ascending probabilities, or a count is too small
 */
@ConfigurationProperties("saring.match")
public record MatchSettings(
        @DefaultValue(CONFIDENT) double confident,
        @DefaultValue(POSSIBLE) double possible,
        @DefaultValue(KEYWORD_WORDS) int keywordWords,
        @DefaultValue(CHOICES) int choices,
        @DefaultValue(LISTED) int listed,
        @DefaultValue(CACHE_SIZE) long cacheSize,
        @DefaultValue GuardSettings guards,
        @DefaultValue ListSettings lists,
        @DefaultValue("") String model) {
    private static final String CONFIDENT = "0.645";
    private static final String POSSIBLE = "0.30";
    private static final String KEYWORD_WORDS = "3";
    private static final String CHOICES = "5";
    private static final String LISTED = "10";
    private static final String CACHE_SIZE = "20000000";

    public MatchSettings {
        if (!(0 < possible && possible <= confident && confident < 1)) {
            throw new IllegalArgumentException("saring.match: 0 < possible <= confident < 1 does not hold: possible is "
                    + possible + ", confident " + confident);
        }
        if (!(keywordWords >= 0 && choices >= 2 && listed >= 1 && cacheSize >= 0)) {
            throw new IllegalArgumentException(
                    "saring.match: keyword-words >= 0, choices >= 2, listed >= 1, cache-size >= 0 does not hold");
        }
    }

    /** The settings of an installation that sets none. */
    public static MatchSettings defaults() {
        return new MatchSettings(
                Double.parseDouble(CONFIDENT),
                Double.parseDouble(POSSIBLE),
                Integer.parseInt(KEYWORD_WORDS),
                Integer.parseInt(CHOICES),
                Integer.parseInt(LISTED),
                Long.parseLong(CACHE_SIZE),
                GuardSettings.defaults(),
                ListSettings.defaults(),
                "");
    }

    /**
     * The numbers to match with.
     *
     * @throws UnusableModelException if {@code model} names a file that holds none
     */
    public MatchModel matchModel() {
        return model.isBlank() ? MatchModel.shipped() : MatchModel.read(Path.of(model.strip()));
    }
}
