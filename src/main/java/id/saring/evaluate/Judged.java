package id.saring.evaluate;

/**
 * An answer that was judged.
 *
 * @param confidence how sure the model was of it, from 0 to 1
 * @throws IllegalArgumentException if that is no probability
 */
public record Judged(double confidence, boolean right) {
    /** Log-odds beyond these are as good as certain, and not worth more in a fit. */
    private static final double CERTAIN = 12;

    public Judged {
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException(confidence + " is no probability");
        }
    }

    /** The log-odds of the confidence. */
    double logOdds() {
        return Math.clamp(Math.log(confidence / (1 - confidence)), -CERTAIN, CERTAIN);
    }
}
