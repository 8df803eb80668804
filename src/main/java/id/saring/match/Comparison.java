package id.saring.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Measures a message against candidate claims: each alone first, then each against its rivals. */
final class Comparison {
    private static final double CLAIM_BOOST = 0.3;
    private static final double TITLE_BOOST = 0.2;
    static final double GRAM_BOOST = 0.2;
    private static final double SIMILAR_ENOUGH = 0.90;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private final MessageWords message;
    private final TermStatistics terms;
    private final TermStatistics grams;

    Comparison(MessageWords message, ClaimIndex.Statistics statistics) {
        this.message = message;
        this.terms = statistics.terms();
        this.grams = statistics.grams();
    }

    /** The best wording of each claim, best score first, fully measured. */
    List<Candidate> measure(List<ClaimWords> wordings, int limit) {
        List<Candidate> all = new ArrayList<>();
        for (ClaimWords wording : wordings) {
            Candidate candidate = new Candidate(wording);
            measureAlone(candidate);
            all.add(candidate);
        }
        all.sort(Comparator.comparingDouble((Candidate c) -> -c.get(Feature.SCORE)).thenComparing(c -> c.words.claimId()));
        List<Candidate> best = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Candidate candidate : all) {
            if (best.size() < limit && seen.add(candidate.words.claimId())) {
                best.add(candidate);
            }
        }
        measureAgainstRivals(best);
        return best;
    }

    private void measureAlone(Candidate c) {
        ClaimWords words = c.words;
        View claim = new View(words.claim(), message, terms, true);
        View title = new View(words.title(), message, terms, true);
        View body = new View(words.body(), message, terms, false);
        List<String> all = new ArrayList<>(words.claim());
        all.addAll(words.title());
        all.addAll(words.body());
        View whole = new View(all, message, terms, false);
        double size = Math.log(1 + terms.documents());

        double gramScore = message.grams.score(words.words(), grams.averageLength());
        double score = whole.score + CLAIM_BOOST * claim.score + TITLE_BOOST * title.score + GRAM_BOOST * gramScore;
        c.set(Feature.TERMS_SCORE, whole.score);
        c.set(Feature.CLAIM_SCORE, claim.score);
        c.set(Feature.TITLE_SCORE, title.score);
        c.set(Feature.GRAMS_SCORE, gramScore);
        c.set(Feature.SCORE, score);
        c.set(Feature.SCORE_BY_SIZE, score / size);
        c.set(Feature.MESSAGE_EXPLAINED, whole.score / Math.max(1e-9, message.weight));
        c.set(Feature.SELF_SHARE, whole.score / Math.max(1e-9, whole.weight));

        setView(c, Feature.CLAIM_COVERAGE, claim);
        setView(c, Feature.TITLE_COVERAGE, title);
        c.set(Feature.BEST_COVERAGE, Math.max(claim.coverage(), title.coverage()));
        c.set(Feature.BEST_COSINE, Math.max(claim.cosine(message), title.cosine(message)));
        c.set(Feature.BEST_PASSAGE_COSINE, Math.max(claim.passageCosine, title.passageCosine));
        c.set(Feature.BEST_PASSAGE_JACCARD, Math.max(claim.passageJaccard, title.passageJaccard));
        c.set(Feature.BEST_RUN, Math.max(claim.run, title.run));
        c.set(Feature.BODY_COVERAGE, body.coverage());
        c.set(Feature.BODY_OF_MESSAGE, body.ofMessage(message));
        measureWords(c, size);
        c.set(Feature.CLAIM_LENGTH, Math.log(1 + words.claim().size()));
        c.set(Feature.MESSAGE_LENGTH, Math.log(1 + message.wordCount));
        c.set(Feature.LENGTH_RATIO, Math.log((1.0 + words.claim().size()) / (1 + message.sequence.size())));
        c.set(Feature.PASSAGES, Math.log(1 + message.passages));
        c.set(Feature.UNKNOWN_SHARE, message.unknown / (double) Math.max(1, message.terms.size()));
        measureDates(c);
    }

    private void setView(Candidate c, Feature first, View view) {
        double[] values = {
            view.coverage(), view.ofMessage(message), view.cosine(message),
            view.present ? view.passageCosine : -1, view.present ? view.passageCoverage : -1,
            view.present ? view.passageJaccard : -1, view.present ? view.sequence : -1, view.present ? view.run : -1,
            view.present ? view.bigrams : -1
        };
        System.arraycopy(values, 0, c.features, first.ordinal(), values.length);
    }

    private void measureWords(Candidate c, double size) {
        ClaimWords words = c.words;
        Set<String> core = new HashSet<>(words.claim());
        core.addAll(words.title());
        Set<String> names = new HashSet<>(words.names());
        double[] rarest = new double[3];
        double found = 0;
        double missing = 0;
        double fuzzy = 0;
        double total = 0;
        int numbers = 0;
        int numbersFound = 0;
        double nameWeight = 0;
        double namesFound = 0;
        int namesMissing = 0;
        Set<String> claimOnly = new HashSet<>(words.claim());
        for (String stem : core) {
            MessageWords.Term term = message.terms.get(stem);
            double idf = term != null ? term.idf : terms.idf(terms.count(TermStatistics.key(stem)));
            boolean inClaim = claimOnly.contains(stem);
            if (inClaim) {
                total += idf;
            }
            boolean number = Character.isDigit(stem.charAt(0));
            numbers += number && inClaim ? 1 : 0;
            if (term != null) {
                found += idf;
                keepRarest(rarest, idf);
                numbersFound += number && inClaim ? 1 : 0;
                fuzzy += inClaim ? idf : 0;
            } else if (inClaim) {
                missing = Math.max(missing, idf);
                fuzzy += hasSimilar(stem) ? idf : 0;
            }
            if (names.contains(stem)) {
                nameWeight += idf;
                namesFound += term != null ? idf : 0;
                namesMissing += term == null ? 1 : 0;
            }
        }
        double unexplained = 0;
        Set<String> body = new HashSet<>(words.body());
        for (MessageWords.Term term : message.terms.values()) {
            if (term.known() && !core.contains(term.stem) && !body.contains(term.stem)) {
                unexplained = Math.max(unexplained, term.idf);
            }
        }
        c.set(Feature.RAREST_FOUND, rarest[0] / size);
        c.set(Feature.THREE_RAREST_FOUND, (rarest[0] + rarest[1] + rarest[2]) / size);
        c.set(Feature.WEIGHT_FOUND, found / size);
        c.set(Feature.RAREST_MISSING, missing / size);
        c.set(Feature.RAREST_UNEXPLAINED, unexplained / size);
        c.set(Feature.NUMBERS_FOUND, numbers == 0 ? 0 : numbersFound / (double) numbers);
        c.set(Feature.NUMBERS_MISSING, Math.log(1 + numbers - numbersFound));
        c.set(Feature.NAMES_FOUND, nameWeight == 0 ? 0 : namesFound / nameWeight);
        c.set(Feature.NAMES_MISSING, Math.log(1 + namesMissing));
        c.set(Feature.FUZZY_COVERAGE, total == 0 ? 0 : fuzzy / total);
        boolean negated = words.words().stream().anyMatch(id.saring.text.Negations::isNegation);
        c.set(Feature.NEGATION_DIFFERS, negated == message.negated ? 0 : 1);
    }

    private static void keepRarest(double[] rarest, double idf) {
        if (idf > rarest[0]) {
            rarest[2] = rarest[1];
            rarest[1] = rarest[0];
            rarest[0] = idf;
        } else if (idf > rarest[1]) {
            rarest[2] = rarest[1];
            rarest[1] = idf;
        } else if (idf > rarest[2]) {
            rarest[2] = idf;
        }
    }

    private boolean hasSimilar(String stem) {
        if (stem.length() < 5) {
            return false;
        }
        for (MessageWords.Term term : message.terms.values()) {
            if (term.stem.charAt(0) == stem.charAt(0)
                    && Math.abs(term.stem.length() - stem.length()) <= 4
                    && term.stem.length() >= 4
                    && JARO_WINKLER.apply(stem, term.stem) >= SIMILAR_ENOUGH) {
                return true;
            }
        }
        return false;
    }

    private void measureDates(Candidate c) {
        if (message.dates.isEmpty() || !c.words.hasDay()) {
            return;
        }
        long nearest = Long.MAX_VALUE;
        for (LocalDate date : message.dates) {
            long days = c.words.day() - date.toEpochDay();
            if (Math.abs(days) < Math.abs(nearest)) {
                nearest = days;
            }
        }
        c.set(Feature.DATED, 1);
        c.set(Feature.DATE_NEARNESS, 1 / (1 + Math.abs(nearest) / 14.0));
        c.set(Feature.DATE_BEFORE, nearest < -3 ? 1 : 0);
    }

    static void measureAgainstRivals(List<Candidate> candidates) {
        double[] best = new double[5];
        for (Candidate c : candidates) {
            for (int f = 0; f < best.length; f++) {
                best[f] = Math.max(best[f], c.features[f]);
            }
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            double score = c.get(Feature.SCORE);
            c.set(Feature.RANK, Math.log(1 + i));
            c.set(Feature.SCORE_SHARE, score / Math.max(1e-9, best[4]));
            c.set(Feature.TERMS_SHARE, c.get(Feature.TERMS_SCORE) / Math.max(1e-9, best[0]));
            c.set(Feature.CLAIM_SHARE, c.get(Feature.CLAIM_SCORE) / Math.max(1e-9, best[1]));
            c.set(Feature.TITLE_SHARE, c.get(Feature.TITLE_SCORE) / Math.max(1e-9, best[2]));
            c.set(Feature.GRAMS_SHARE, c.get(Feature.GRAMS_SCORE) / Math.max(1e-9, best[3]));
            double rival = 0;
            for (int j = 0; j < Math.min(3, candidates.size()); j++) {
                if (j != i) {
                    rival = Math.max(rival, candidates.get(j).get(Feature.SCORE));
                }
            }
            int crowd = 0;
            for (Candidate other : candidates) {
                crowd += other.get(Feature.SCORE) >= 0.8 * score ? 1 : 0;
            }
            c.set(Feature.GAP, (score - rival) / Math.max(1, score));
            c.set(Feature.CROWD, Math.log(1 + crowd));
        }
    }
}
