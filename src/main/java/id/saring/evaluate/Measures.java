package id.saring.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The figures of an evaluation. Ranking counts the strict labels; whether an answer is right counts near-duplicate
 * reviews as right too.
 *
 * @param answered what the matcher made of each message
 */
record Measures(List<Answer> answered) {
    /** The share of answerable messages whose right claim is among the first {@code depth}. */
    double success(int depth) {
        return mean(answerable(), answer -> {
            Set<String> right = answer.message().right();
            return answer.ranked().stream().limit(depth).anyMatch(right::contains) ? 1 : 0;
        });
    }

    /** Mean average precision over the first {@code depth}, divided by as many right claims as could stand there. */
    double meanAveragePrecision(int depth) {
        return mean(answerable(), answer -> {
            Set<String> right = answer.message().right();
            int found = 0;
            double sum = 0;
            for (int i = 0; i < Math.min(depth, answer.ranked().size()); i++) {
                if (right.contains(answer.ranked().get(i))) {
                    found++;
                    sum += found / (i + 1.0);
                }
            }
            return sum / Math.min(depth, right.size());
        });
    }

    /** The share of a message's right claims that the search brings to comparison; the mean of answerable messages. */
    double recall() {
        return mean(answerable(), answer -> {
            Set<String> found = new HashSet<>(answer.found());
            Set<String> right = answer.message().right();
            return right.stream().filter(found::contains).count() / (double) right.size();
        });
    }

    /**
     * The largest share of answerable messages that can be answered, by some threshold on the score, at this precision.
     */
    double recallAtPrecision(double precision) {
        List<Answer> byScore = new ArrayList<>(answered);
        byScore.sort(Comparator.comparingDouble(Answer::score).reversed());
        int right = 0;
        double best = 0;
        for (int i = 0; i < byScore.size(); i++) {
            right += byScore.get(i).isRight() ? 1 : 0;
            // Equal scores stand or fall together.
            boolean last = i + 1 == byScore.size() || byScore.get(i + 1).score() < byScore.get(i).score();
            if (last && right >= precision * (i + 1)) {
                best = Math.max(best, right / (double) answerable().size());
            }
        }
        return best;
    }

    /** Of the messages answered by a {@code match}, how many got a right one. */
    double matchPrecision() {
        return mean(answered.stream().filter(Answer::isMatch).toList(), answer -> answer.isRight() ? 1 : 0);
    }

    /** Of the answerable messages, how many got a right {@code match}. */
    double matchRecall() {
        return mean(answerable(), answer -> answer.isMatch() && answer.isRight() ? 1 : 0);
    }

    /** Of the messages without answer, how many were answered by a {@code match} all the same. */
    double falseMatches() {
        return mean(unanswerable(), answer -> answer.isMatch() ? 1 : 0);
    }

    List<Answer> answerable() {
        return answered.stream().filter(answer -> answer.message().answerable()).toList();
    }

    List<Answer> unanswerable() {
        return answered.stream().filter(answer -> !answer.message().answerable()).toList();
    }

    /** Milliseconds that this share of the lookups did not exceed. */
    double latency(double share) {
        List<Double> sorted = answered.stream().map(Answer::millis).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    double lookupsPerSecond() {
        double millis = answered.stream().mapToDouble(Answer::millis).sum();
        return 1000 * answered.size() / Math.max(1e-6, millis);
    }

    /** The same measures over the messages of one kind. */
    Measures ofKind(String kind) {
        return new Measures(answered.stream().filter(answer -> answer.message().kind().equals(kind)).toList());
    }

    private static double mean(List<Answer> answers, ToDoubleFunction<Answer> value) {
        return answers.isEmpty() ? 0 : answers.stream().mapToDouble(value).sum() / answers.size();
    }
}
