package id.saring.match;

/** A wording of a claim that may be what the message repeats, with what was measured of it. */
final class Candidate {
    final ClaimWords words;
    /** Indexes of the message's terms that stand in the claim, each once. */
    int[] found = {};

    /** Its words, while it is compared. */
    final Vocabulary.Text text;

    final double[] features = new double[Feature.values().length];

    /** One of which all is measured already. */
    Candidate(ClaimWords words) {
        this(words, Vocabulary.Text.EMPTY);
    }

    Candidate(ClaimWords words, Vocabulary.Text text) {
        this.words = words;
        this.text = text;
    }

    double get(Feature feature) {
        return features[feature.ordinal()];
    }

    void set(Feature feature, double value) {
        features[feature.ordinal()] = value;
    }
}
