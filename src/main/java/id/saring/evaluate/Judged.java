package id.saring.evaluate;

/**
 * An answer that was judged.
 *
 * @param confidence how sure the model was of it, between 0 and 1
 */
public record Judged(double confidence, boolean right) {
    /** Log-odds beyond these are as good as certain, and not worth more in a fit. */
    private static final double CERTAIN = 12;

    /** The log-odds of the confidence. */
    double logOdds() {
        return Math.clamp(Math.log(confidence / (1 - confidence)), -CERTAIN, CERTAIN);
    }
}
