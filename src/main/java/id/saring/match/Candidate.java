package id.saring.match;

/** A wording of a claim that may be what the message repeats, with what was measured of it. */
final class Candidate {
    final ClaimWords words;
    /** Indexes of the message's terms that stand in the claim, each once. */
    int[] found = {};

    /** Keys of all its words, see {@link ClaimWords#all}, and how rare each is. */
    long[] keys = {};

    double[] rareness = {};

    final double[] features = new double[Feature.values().length];

    Candidate(ClaimWords words) {
        this.words = words;
    }

    double get(Feature feature) {
        return features[feature.ordinal()];
    }

    void set(Feature feature, double value) {
        features[feature.ordinal()] = value;
    }
}
