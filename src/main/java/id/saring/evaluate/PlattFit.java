package id.saring.evaluate;

import id.saring.match.Calibration;
import java.util.List;

/**
 * Fits the two numbers of Platt's scaling to judged answers. With few of them it stays near changing nothing: slope and
 * offset are drawn towards 1 and 0, as by a normal prior.
 */
final class PlattFit {
    private static final double SLOPE_SPREAD = 0.5;
    private static final double OFFSET_SPREAD = 2;
    private static final int STEPS = 100;
    private static final double DONE = 1e-10;

    private final List<Judged> judged;

    PlattFit(List<Judged> judged) {
        this.judged = judged;
    }

    /**
     * The calibration under which these judgements are most probable, by Newton's method.
     *
     * @throws IllegalArgumentException if the answers given with more confidence were not more often right
     */
    Calibration fit() {
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = (slope - 1) / (SLOPE_SPREAD * SLOPE_SPREAD);
            double g1 = offset / (OFFSET_SPREAD * OFFSET_SPREAD);
            double h00 = 1 / (SLOPE_SPREAD * SLOPE_SPREAD);
            double h01 = 0;
            double h11 = 1 / (OFFSET_SPREAD * OFFSET_SPREAD);
            for (Judged answer : judged) {
                double z = answer.logOdds();
                double p = 1 / (1 + StrictMath.exp(-(slope * z + offset)));
                double miss = p - (answer.right() ? 1 : 0);
                double spread = p * (1 - p);
                g0 += miss * z;
                g1 += miss;
                h00 += spread * z * z;
                h01 += spread * z;
                h11 += spread;
            }
            double determinant = h00 * h11 - h01 * h01;
            double slopeStep = (h11 * g0 - h01 * g1) / determinant;
            double offsetStep = (h00 * g1 - h01 * g0) / determinant;
            double damping = Math.min(1, 1 / Math.max(Math.abs(slopeStep), Math.abs(offsetStep)));
            slope -= damping * slopeStep;
            offset -= damping * offsetStep;
            if (Math.abs(slopeStep) + Math.abs(offsetStep) < DONE) {
                break;
            }
        }
        if (slope <= 0) {
            throw new IllegalArgumentException(
                    "Answers given with more confidence were not more often right; two numbers"
                            + " cannot mend that. Look at the judgements, or train anew");
        }
        return new Calibration(slope, offset);
    }

    /** The mean surprise at the judgements under a calibration: 0 if it was certain of all and right. */
    static double loss(List<Judged> judged, Calibration calibration) {
        double sum = 0;
        for (Judged answer : judged) {
            double p = calibration.probability(answer.logOdds());
            sum -= StrictMath.log(Math.max(1e-12, answer.right() ? p : 1 - p));
        }
        return judged.isEmpty() ? 0 : sum / judged.size();
    }
}
