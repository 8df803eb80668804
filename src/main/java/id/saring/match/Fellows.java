package id.saring.match;

import java.util.Arrays;
import java.util.List;

/**
 * Measures what the candidates for one message lend each other. Claims on one subject share words: if those that tell
 * of contributions tell of an insurance too, a claim on that insurance is nearer to a message on contributions than its
 * own words show, and a claim like many good candidates is on the subject more surely than one that stands alone. All
 * is counted among the candidates, so that it costs no look at the index.
 */
final class Fellows {
    /** Words of a message that are compared, and candidates: one bit each. */
    private static final int MOST = Long.SIZE;

    /** Added to how many claims have a word, because what few have may be together by chance. */
    private static final double CHANCE = 3;

    /** More than all words of all candidates; their places are sorted in the last digits of what they are sorted by. */
    private static final long PLACES = 1 << 20;

    private static final double TIES = 1e-9;

    private final List<Candidate> candidates;
    private final double size;

    /** The distinct words of wording and headline of each candidate, by their place in the arrays below. */
    private final int[][] words;

    /** Those of them that another candidate has too, what fewest claims have first. */
    private final int[][] shared;

    private int known;
    private final double[] rareness;

    /** How many claims have each word that several candidates have. */
    private final double[] claims;

    private final long[] holders;

    /** How likely a word that is not in the message goes with one that is; negative until it is asked for, else 0. */
    private final double[] seen;

    /** The telling terms of the message, and which candidates hold them. */
    private final List<MessageWords.Term> terms;

    private final long[] termHolders;
    private final double termWeight;

    /** Places of the terms, what fewest claims have first. */
    private final int[] rarest;

    private final double[][] likeness;

    private Fellows(MessageWords message, List<Candidate> candidates, double size) {
        this.candidates = candidates.subList(0, Math.min(MOST, candidates.size()));
        this.size = size;
        int most = this.candidates.stream().mapToInt(c -> c.words.claim().length + c.words.title().length).sum();
        this.words = new int[this.candidates.size()][];
        this.rareness = new double[most];
        this.holders = new long[most];
        this.claims = new double[most];
        this.seen = new double[most];
        int[] places = new int[1 + this.candidates.stream().mapToInt(c -> c.text.lastPlace()).max().orElse(0)];
        for (int c = 0; c < words.length; c++) {
            words[c] = read(c, places);
        }
        this.shared = new int[words.length][];
        share();
        this.terms = message.telling();
        this.rarest = ascending(terms.stream().mapToDouble(term -> term.count).toArray(), terms.size());
        this.termHolders = termHolders(message);
        this.termWeight = Math.max(1e-9, terms.stream().mapToDouble(term -> term.idf).sum());
        this.likeness = likeness();
    }

    /** Measures every candidate, best score first, against the others; their scores are measured already. */
    static void measure(MessageWords message, List<Candidate> candidates, double size) {
        if (candidates.size() > 1) {
            Fellows fellows = new Fellows(message, candidates, size);
            for (int c = 0; c < fellows.words.length; c++) {
                fellows.measureLent(c);
                fellows.measureExpected(c);
                fellows.measureCovered(c);
            }
        }
    }

    /** @param places of each word of the vocabulary the place here, from 1; 0 where it has none yet */
    private int[] read(int c, int[] places) {
        Candidate candidate = candidates.get(c);
        Vocabulary.Text text = candidate.text;
        int length = candidate.words.claim().length + candidate.words.title().length;
        int[] distinct = new int[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int place = places[text.places()[i]] - 1;
            if (place < 0) {
                place = known++;
                places[text.places()[i]] = known;
                rareness[place] = text.rareness()[i];
                seen[place] = text.terms()[i] == null ? -1 : 0;
            }
            if ((holders[place] & 1L << c) == 0) {
                holders[place] |= 1L << c;
                distinct[count++] = place;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** Gives each candidate its shared words, what fewest claims have first. */
    private void share() {
        for (int word = 0; word < known; word++) {
            // Its rareness was made of how many claims have it.
            claims[word] = Long.bitCount(holders[word]) > 1 ? Math.exp(size - rareness[word]) - 0.5 : 0;
        }
        int[] counts = new int[words.length];
        for (int c = 0; c < words.length; c++) {
            shared[c] = new int[words[c].length];
        }
        for (int word : ascending(claims, known)) {
            for (long left = holders[word]; claims[word] > 0 && left != 0; left &= left - 1) {
                int c = Long.numberOfTrailingZeros(left);
                shared[c][counts[c]++] = word;
            }
        }
        for (int c = 0; c < words.length; c++) {
            shared[c] = Arrays.copyOf(shared[c], counts[c]);
        }
    }

    /**
     * The places of the first {@code count} values, none of them negative, the smallest first; in any order where they
     * differ by less than {@link #TIES} of themselves.
     */
    private static int[] ascending(double[] values, int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = Double.doubleToLongBits(values[i]) & -PLACES | i;
        }
        Arrays.sort(keys);
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = (int) (keys[i] & PLACES - 1);
        }
        return places;
    }

    private long[] termHolders(MessageWords message) {
        long[] all = new long[message.terms.length];
        for (int c = 0; c < words.length; c++) {
            for (int term : candidates.get(c).found) {
                all[term] |= 1L << c;
            }
        }
        return terms.stream().mapToLong(term -> all[term.index]).toArray();
    }

    /** The cosines of the candidates' words; of a candidate with itself 0. */
    private double[][] likeness() {
        double[][] products = new double[words.length][words.length];
        double[] norms = new double[words.length];
        for (int word = 0; word < known; word++) {
            double square = rareness[word] * rareness[word];
            for (long left = holders[word]; left != 0; left &= left - 1) {
                int a = Long.numberOfTrailingZeros(left);
                norms[a] += square;
                for (long right = left & left - 1; right != 0; right &= right - 1) {
                    products[a][Long.numberOfTrailingZeros(right)] += square;
                }
            }
        }
        for (int a = 0; a < words.length; a++) {
            for (int b = a + 1; b < words.length; b++) {
                products[a][b] /= Math.max(1e-9, Math.sqrt(norms[a] * norms[b]));
                products[b][a] = products[a][b];
            }
        }
        return products;
    }

    /** How much of the message that is not in a candidate goes together with words that are. */
    private void measureLent(int c) {
        double lent = 0;
        for (int t = 0; t < termHolders.length; t++) {
            if ((termHolders[t] >>> c & 1) == 0 && termHolders[t] != 0) {
                lent += lent(termHolders[t], shared[c]) * terms.get(t).idf;
            }
        }
        candidates.get(c).set(Feature.LENT, lent / termWeight);
        candidates.get(c).set(Feature.LENT_WEIGHT, lent / size);
    }

    private double lent(long term, int[] shared) {
        double most = Long.bitCount(term) * (1 + TIES);
        double best = 0;
        for (int word : shared) {
            double chance = claims[word] + CHANCE;
            if (most < best * chance) {
                // Nor can those that follow reach it: more claims have them.
                break;
            }
            int together = Long.bitCount(term & holders[word]);
            best = together == 0 ? best : Math.max(best, together / chance);
        }
        return best;
    }

    /** How much of a candidate that is not in the message goes together with words that are. */
    private void measureExpected(int c) {
        double expected = 0;
        double all = 0;
        double alone = -1;
        for (int word : words[c]) {
            all += rareness[word];
            if (seen[word] < 0 && Long.bitCount(holders[word]) > 1) {
                seen[word] = seen(word);
            } else if (seen[word] < 0) {
                // What this candidate alone has is seen with the same terms as all else that it alone has.
                alone = alone < 0 ? seen(word) : alone;
                seen[word] = alone;
            }
            expected += seen[word] * rareness[word];
        }
        candidates.get(c).set(Feature.EXPECTED_REST, expected / Math.max(1e-9, all));
        candidates.get(c).set(Feature.EXPECTED_REST_WEIGHT, expected / size);
    }

    private double seen(int word) {
        double most = Long.bitCount(holders[word]) * (1 + TIES);
        double best = 0;
        for (int t : rarest) {
            double chance = terms.get(t).count + CHANCE;
            if (most < best * chance) {
                break;
            }
            int together = Long.bitCount(termHolders[t] & holders[word]);
            best = together == 0 ? best : Math.max(best, together / chance);
        }
        return best;
    }

    /** How like a candidate is to those that hold what of the message it does not. */
    private void measureCovered(int c) {
        double covered = 0;
        for (int t = 0; t < termHolders.length; t++) {
            if ((termHolders[t] >>> c & 1) == 0) {
                double nearest = 0;
                for (long left = termHolders[t]; left != 0; left &= left - 1) {
                    nearest = Math.max(nearest, likeness[c][Long.numberOfTrailingZeros(left)]);
                }
                covered += nearest * terms.get(t).idf;
            }
        }
        candidates.get(c).set(Feature.COVERED_BY_FELLOWS, covered / termWeight);
    }
}
