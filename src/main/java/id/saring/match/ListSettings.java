package id.saring.match;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds for the claims that are shown beside or instead of an answer. None of them makes a verdict by
 * itself.
 *
 * @param range    candidates further behind the first than this, in the model's order, are not offered as a choice
 * @param keyword  the share of a keyword's weight that a listed claim holds, and of what the best one holds
 * @param relevant the share of what was searched for that a claim found by a search holds
 * @param agreeing among how many of the first by its words a claim must be whose page the message names, to be its
 *                 answer
 * @throws IllegalArgumentException if a share is not from 0 to 1, the range negative or {@code agreeing} below 1
 */
public record ListSettings(
        @DefaultValue(RANGE) double range,
        @DefaultValue(KEYWORD) double keyword,
        @DefaultValue(RELEVANT) double relevant,
        @DefaultValue(AGREEING) int agreeing) {
    private static final String RANGE = "3";
    private static final String KEYWORD = "0.6";
    private static final String RELEVANT = "0.34";
    private static final String AGREEING = "3";

    public ListSettings {
        if (!(range >= 0 && 0 <= keyword && keyword <= 1 && 0 <= relevant && relevant <= 1 && agreeing >= 1)) {
            throw new IllegalArgumentException(
                    "saring.match.lists: range >= 0, keyword and relevant from 0 to 1, agreeing >= 1 does not hold");
        }
    }

    /** The settings of an installation that sets none. */
    public static ListSettings defaults() {
        return new ListSettings(
                Double.parseDouble(RANGE),
                Double.parseDouble(KEYWORD),
                Double.parseDouble(RELEVANT),
                Integer.parseInt(AGREEING));
    }
}
