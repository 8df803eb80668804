package id.saring.match;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of the guards that keep a confident verdict back. Confidences are probabilities, shares are of the weight
 * of words, both from 0 to 1.
 *
 * @param asTyped       how sure a message must be of a claim as it was typed, if words of it were read as others: a
 *                      word that no claim has may be no slip at all, and the claim another story
 * @param half          where claim and message each hold less than this share of the other, it takes more to be sure
 * @param halfMore      how much more confidence it takes there
 * @param wholeKeyword  the share of a wording that a keyword must hold to be that wording
 * @param phrasing      how sure an answer must be that rests on a phrasing. A phrasing says less than the claim, and
 *                      other things are said in the same words
 * @param toWarn        the share of a message that a claim with a verdict against it must explain; the message may say
 *                      more
 * @param toConfirm     the same for any other verdict, and for one found by a phrasing of a few words
 * @param passage       a passage is compared alone only where the whole message is less sure than this, and is heard
 *                      only where it is as sure itself
 * @param passageTimes  how many times as sure as the whole it must be: it was sought out as the most like a claim of
 *                      all passages, and to be a little surer is chance
 * @throws IllegalArgumentException if one but {@code passageTimes} is no share, that one is below 1, or it
 *                                  takes more to warn than to confirm
 */
public record GuardSettings(
        @DefaultValue(AS_TYPED) double asTyped,
        @DefaultValue(HALF) double half,
        @DefaultValue(HALF_MORE) double halfMore,
        @DefaultValue(WHOLE_KEYWORD) double wholeKeyword,
        @DefaultValue(PHRASING) double phrasing,
        @DefaultValue(TO_WARN) double toWarn,
        @DefaultValue(TO_CONFIRM) double toConfirm,
        @DefaultValue(PASSAGE) double passage,
        @DefaultValue(PASSAGE_TIMES) double passageTimes) {
    private static final String AS_TYPED = "0.4";
    private static final String HALF = "0.5";
    private static final String HALF_MORE = "0.16";
    private static final String WHOLE_KEYWORD = "0.8";
    private static final String PHRASING = "0.8";
    private static final String TO_WARN = "0.15";
    private static final String TO_CONFIRM = "0.85";
    private static final String PASSAGE = "0.3";
    private static final String PASSAGE_TIMES = "2";

    public GuardSettings {
        share("as-typed", asTyped);
        share("half", half);
        share("half-more", halfMore);
        share("whole-keyword", wholeKeyword);
        share("phrasing", phrasing);
        share("to-warn", toWarn);
        share("to-confirm", toConfirm);
        share("passage", passage);
        if (toWarn > toConfirm) {
            throw new IllegalArgumentException("saring.match.guards.to-warn is above to-confirm: " + toWarn);
        }
        if (!(passageTimes >= 1)) {
            throw new IllegalArgumentException("saring.match.guards.passage-times is below 1: " + passageTimes);
        }
    }

    private static void share(String name, double value) {
        if (!(0 <= value && value <= 1)) {
            throw new IllegalArgumentException("saring.match.guards.%s is not from 0 to 1: %s".formatted(name, value));
        }
    }

    /** The settings of an installation that sets none. */
    public static GuardSettings defaults() {
        return new GuardSettings(
                Double.parseDouble(AS_TYPED),
                Double.parseDouble(HALF),
                Double.parseDouble(HALF_MORE),
                Double.parseDouble(WHOLE_KEYWORD),
                Double.parseDouble(PHRASING),
                Double.parseDouble(TO_WARN),
                Double.parseDouble(TO_CONFIRM),
                Double.parseDouble(PASSAGE),
                Double.parseDouble(PASSAGE_TIMES));
    }
}
