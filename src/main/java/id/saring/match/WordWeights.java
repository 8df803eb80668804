package id.saring.match;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely a word of a message stands in the claim that the message repeats, and a word of that claim in the message:
 * two logistic regressions over what is seen of the word alone. Where they stand, rare, long, named: that tells more of
 * what a word is worth than its rarity, which is all that BM25 weighs it by. See Robertson and Spärck Jones, Relevance
 * weighting of search terms, 1976, for the weight that follows from such a probability.
 */
public record WordWeights(Linear message, Linear claim) {
    /** Words further down a message are hardly ever the claim's. */
    private static final int FAR = 200;

    private static final double FAR_LIKELIHOOD = 0.02;
    private static final double LEAST = 0.001;
    private static final double MOST = 0.98;
    private static final int EARLY = 8;

    private static final List<String> OF_MESSAGE = List.of(
            "WEIGHT", "WEIGHT_SQUARED", "OCCURRENCES", "PLACE", "POSITION", "NAME", "NUMBER", "LENGTH",
            "WEIGHT_BY_LENGTH", "WORD_LENGTH", "EARLY", "NAME_WEIGHT", "OCCURRENCES_BY_LENGTH");
    private static final List<String> OF_CLAIM = List.of(
            "WEIGHT", "WEIGHT_SQUARED", "NAME", "NUMBER", "PLACE", "FIRST", "LENGTH", "MESSAGE_LENGTH",
            "WEIGHT_BY_MESSAGE_LENGTH", "LENGTH_BY_MESSAGE_LENGTH", "NAME_WEIGHT");

    /** A word to learn from. */
    public record Example(float[] traits, boolean shared) {}

    /** Words of one message and of the claims it repeats. */
    public record Examples(List<Example> ofMessage, List<Example> ofClaims) {}

    /** Names of what is seen of a word of a message. */
    public static List<String> messageTraits() {
        return OF_MESSAGE;
    }

    /** Names of what is seen of a word of a claim. */
    public static List<String> claimTraits() {
        return OF_CLAIM;
    }

    /** The same, ready to be used on many messages. */
    Likelihood over() {
        return new Likelihood(message.over(OF_MESSAGE), claim.over(OF_CLAIM));
    }

    /** The probabilities themselves. */
    record Likelihood(Linear.Sum message, Linear.Sum claim) {
        /** For each term of the message, between {@value #LEAST} and {@value #MOST}; 0 if no claim has it. */
        double[] ofMessage(MessageWords words, double size) {
            double[] likelihoods = new double[words.terms.length];
            for (MessageWords.Term term : words.terms) {
                if (term.known()) {
                    double likelihood = term.positions[0] >= FAR
                            ? FAR_LIKELIHOOD
                            : sigmoid(message.of(traits(term, words, size)));
                    likelihoods[term.index] = Math.clamp(likelihood, LEAST, MOST);
                }
            }
            return likelihoods;
        }

        double ofClaim(ClaimWords words, int place, double weight, double messageLength) {
            return Math.clamp(sigmoid(claim.of(traits(words, place, weight, messageLength))), 0.01, 0.99);
        }
    }

    /** Examples of the words of a message and of those candidates that are right. */
    static Examples examples(MessageWords message, List<ClaimWords> right, TermStatistics terms) {
        double size = Math.log(1 + terms.documents());
        LongCounts claimed = new LongCounts(right.stream().mapToInt(r -> r.claim().length + r.title().length).sum());
        List<Example> ofClaims = new ArrayList<>();
        for (ClaimWords words : right) {
            for (int i = 0; i < words.claim().length; i++) {
                long key = words.claim()[i];
                if (claimed.get(key) == 0) {
                    double weight = terms.idf(terms.count(key)) / size;
                    double[] traits = traits(words, i, weight, messageLength(message));
                    ofClaims.add(new Example(floats(traits), message.term(key) != null));
                }
                claimed.put(key, 1);
            }
            for (long key : words.title()) {
                claimed.put(key, 1);
            }
        }
        List<Example> ofMessage = new ArrayList<>();
        for (MessageWords.Term term : message.terms) {
            if (term.known() && term.positions[0] < FAR) {
                ofMessage.add(new Example(floats(traits(term, message, size)), claimed.get(term.key) != 0));
            }
        }
        return new Examples(ofMessage, ofClaims);
    }

    static double messageLength(MessageWords message) {
        return Math.log(1 + message.sequence.length);
    }

    private static double[] traits(MessageWords.Term term, MessageWords message, double size) {
        double weight = term.idf / size;
        double length = Math.log(message.sequence.length);
        double occurrences = Math.log(1 + term.occurrences);
        int position = term.positions[0];
        return new double[] {
            weight,
            weight * weight,
            occurrences,
            position / (double) message.sequence.length,
            Math.log(1 + position),
            term.name ? 1 : 0,
            Character.isDigit(term.word.charAt(0)) ? 1 : 0,
            length,
            length * weight,
            term.word.length() / 10.0,
            position < EARLY ? 1 : 0,
            term.name ? weight : 0,
            occurrences * length
        };
    }

    private static double[] traits(ClaimWords words, int place, double weight, double messageLength) {
        double length = Math.log(words.claim().length);
        return new double[] {
            weight,
            weight * weight,
            words.isName(place) ? 1 : 0,
            words.isNumber(place) ? 1 : 0,
            place / (double) words.claim().length,
            place == 0 ? 1 : 0,
            length,
            messageLength,
            messageLength * weight,
            messageLength * length,
            words.isName(place) ? weight : 0
        };
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
