package id.saring.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one text of a claim (its wording, its headline, its summary) stands against a message. */
final class View {
    private static final int WINDOW = 120;

    final boolean present;
    final int length;
    double weight;
    double norm;
    double found;
    double foundSquare;
    double passageCosine;
    double passageCoverage;
    double passageJaccard;
    double score;
    double sequence;
    double run;
    double bigrams;

    /** @param ordered whether the order of words is measured too; a summary's is not worth its time */
    View(List<String> stems, MessageWords message, TermStatistics statistics, boolean ordered) {
        this.present = !stems.isEmpty();
        this.length = stems.size();
        if (!present) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String stem : stems) {
            counts.merge(stem, 1, Integer::sum);
        }
        double[] inPassage = new double[message.passages];
        double[] squareInPassage = new double[message.passages];
        double square = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            MessageWords.Term term = message.terms.get(entry.getKey());
            double idf = term != null ? term.idf : statistics.idf(statistics.count(TermStatistics.key(entry.getKey())));
            weight += idf;
            square += idf * idf;
            if (term == null) {
                continue;
            }
            found += idf;
            foundSquare += idf * idf;
            score += Bm25.weigh(idf, entry.getValue(), length, averageLength(statistics));
            int last = -1;
            for (int position : term.positions) {
                int passage = message.passageOf[position];
                if (passage != last) {
                    inPassage[passage] += idf;
                    squareInPassage[passage] += idf * idf;
                    last = passage;
                }
            }
        }
        norm = Math.sqrt(square);
        for (int p = 0; p < message.passages; p++) {
            if (inPassage[p] > 0) {
                passageCoverage = Math.max(passageCoverage, inPassage[p] / weight);
                passageJaccard = Math.max(passageJaccard, inPassage[p] / (weight + message.passageWeights[p] - inPassage[p]));
                passageCosine = Math.max(passageCosine, squareInPassage[p] / (norm * Math.sqrt(message.passageNorms[p])));
            }
        }
        if (ordered && found > 0) {
            measureOrder(stems, message, statistics);
        }
    }

    double averageLength(TermStatistics statistics) {
        return statistics.averageLength();
    }

    double coverage() {
        return present ? found / weight : -1;
    }

    double ofMessage(MessageWords message) {
        return present ? found / Math.max(1e-9, message.weight) : -1;
    }

    double cosine(MessageWords message) {
        return present ? foundSquare / Math.max(1e-9, norm * message.norm) : -1;
    }

    private void measureOrder(List<String> stems, MessageWords message, TermStatistics statistics) {
        double total = 0;
        double[] idf = new double[stems.size()];
        for (int i = 0; i < idf.length; i++) {
            MessageWords.Term term = message.terms.get(stems.get(i));
            idf[i] = term != null ? term.idf : statistics.idf(statistics.count(TermStatistics.key(stems.get(i))));
            total += idf[i];
        }
        run = longestRun(stems, message, idf) / total;
        sequence = commonSequence(stems, message, idf) / total;
        Set<Long> pairs = new HashSet<>();
        for (int i = 1; i < message.sequence.size(); i++) {
            pairs.add(pair(message.sequence.get(i - 1).stem, message.sequence.get(i).stem));
        }
        int common = 0;
        for (int i = 1; i < idf.length; i++) {
            common += pairs.contains(pair(stems.get(i - 1), stems.get(i))) ? 1 : 0;
        }
        bigrams = idf.length < 2 ? 0 : common / (double) (idf.length - 1);
    }

    private static long pair(String a, String b) {
        return TermStatistics.key(a) * 31 + TermStatistics.key(b);
    }

    /** The weight of the heaviest run of words that stands unbroken in both. */
    private static double longestRun(List<String> stems, MessageWords message, double[] idf) {
        double[] previous = new double[message.sequence.size() + 1];
        double[] current = new double[message.sequence.size() + 1];
        double best = 0;
        int[] touched = new int[0];
        for (int i = 0; i < idf.length; i++) {
            MessageWords.Term term = message.terms.get(stems.get(i));
            int[] now = term == null ? new int[0] : term.positions.stream().mapToInt(Integer::intValue).toArray();
            for (int position : now) {
                current[position + 1] = previous[position] + idf[i];
                best = Math.max(best, current[position + 1]);
            }
            for (int position : touched) {
                previous[position + 1] = 0;
            }
            double[] swap = previous;
            previous = current;
            current = swap;
            touched = now;
        }
        return best;
    }

    /** The weight of the heaviest common subsequence, within the message's stretch that holds most of the claim. */
    private static double commonSequence(List<String> stems, MessageWords message, double[] idf) {
        int from = Math.max(0, heaviestWindow(stems, message));
        int to = Math.min(message.sequence.size(), from + WINDOW);
        double[] row = new double[to - from + 1];
        for (int i = 0; i < idf.length; i++) {
            String stem = stems.get(i);
            if (!message.terms.containsKey(stem)) {
                continue;
            }
            double diagonal = 0;
            for (int j = from; j < to; j++) {
                double above = row[j - from + 1];
                if (message.sequence.get(j).stem.equals(stem)) {
                    row[j - from + 1] = Math.max(above, diagonal + idf[i]);
                } else {
                    row[j - from + 1] = Math.max(above, row[j - from]);
                }
                diagonal = above;
            }
        }
        return row[to - from];
    }

    private static int heaviestWindow(List<String> stems, MessageWords message) {
        if (message.sequence.size() <= WINDOW) {
            return 0;
        }
        Set<String> wanted = new HashSet<>(stems);
        double weight = 0;
        double best = -1;
        int at = 0;
        for (int i = 0; i < message.sequence.size(); i++) {
            MessageWords.Term in = message.sequence.get(i);
            weight += wanted.contains(in.stem) ? in.idf : 0;
            if (i >= WINDOW) {
                MessageWords.Term out = message.sequence.get(i - WINDOW);
                weight -= wanted.contains(out.stem) ? out.idf : 0;
            }
            if (weight > best) {
                best = weight;
                at = i - WINDOW + 1;
            }
        }
        return at;
    }
}
