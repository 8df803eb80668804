package id.saring.match;

/**
 * Two numbers that set the decision's log-odds right for one installation: what stood at {@code z} stands at
 * {@code slope * z + offset}.
 *
 * @throws IllegalArgumentException if the slope is not positive: the more certain answer must stay the more certain one
 */
public record Calibration(double slope, double offset) {
    /** Changes nothing. */
    public static final Calibration NONE = new Calibration(1, 0);

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a calibration needs a positive slope and an offset");
        }
    }

    /** The probability, from 0 to 1, for log-odds. */
    public double probability(double z) {
        return 1 / (1 + StrictMath.exp(-(slope * z + offset)));
    }

    /** This calibration and then the other one. */
    Calibration then(Calibration further) {
        return new Calibration(further.slope * slope, further.slope * offset + further.offset);
    }
}
