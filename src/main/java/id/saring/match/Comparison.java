package id.saring.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures a message against candidate claims: each alone first, then each against its rivals. For one thread. */
final class Comparison {
    private static final double CLAIM_BOOST = 0.3;
    private static final double TITLE_BOOST = 0.2;
    static final double GRAM_BOOST = 0.2;

    /** Content words at the beginning of a message, which often tell what it is about. */
    private static final int EARLY = 25;

    private static final double MONTH = 30;

    private final MessageWords message;
    private final TermStatistics terms;
    private final TermStatistics grams;
    private final double size;
    private final long newest;
    private final Relevance relevance;
    private final Passages.Tally passages;
    private final @Nullable Alignment alignment;

    /** For each term of the message the number of the last candidate that has it; and the last number. */
    private final int[] explained;

    private int measured;

    Comparison(MessageWords message, IndexStatistics statistics, WordWeights.Likelihood likelihood) {
        this.message = message;
        this.terms = statistics.terms();
        this.grams = statistics.grams();
        this.size = Math.log(1 + terms.documents());
        this.newest = statistics.newestDay();
        this.explained = new int[message.terms.length];
        this.alignment = MessageKind.of(message).aligns() ? new Alignment(message) : null;
        this.passages = message.passages.new Tally();
        this.relevance = new Relevance(message, terms, likelihood, size);
    }

    /** The best wording of each claim, best score first, fully measured, at most {@code limit} claims. */
    List<Candidate> measure(List<ClaimWords> wordings, int limit) {
        List<Vocabulary.Text> texts = Vocabulary.read(wordings, message, terms);
        List<Candidate> all = new ArrayList<>(wordings.size());
        for (int i = 0; i < wordings.size(); i++) {
            Candidate candidate = new Candidate(wordings.get(i), texts.get(i));
            measureAlone(candidate);
            all.add(candidate);
        }
        all.sort(Comparator.comparingDouble((Candidate c) -> -c.get(Feature.SCORE))
                .thenComparing(c -> c.words.claimId()));
        List<Candidate> best = new ArrayList<>(all.size());
        Set<Long> seen = new HashSet<>();
        for (Candidate candidate : all) {
            if (best.size() < limit && seen.add(candidate.words.claimId())) {
                best.add(candidate);
            }
        }
        measureAgainstRivals(best);
        relevance.measureAmong(best);
        if (MessageKind.of(message).borrows()) {
            Fellows.measure(message, best, size);
        }
        return best;
    }

    private void measureAlone(Candidate c) {
        ClaimWords words = c.words;
        Vocabulary.Text text = c.text;
        int titleFrom = words.claim().length;
        int bodyFrom = titleFrom + words.title().length;
        View claim = view(text, 0, titleFrom);
        View title = view(text, titleFrom, bodyFrom);
        View body = view(text, bodyFrom, words.length());
        View whole = title.present || body.present ? view(text, 0, words.length()) : claim;

        double gramScore = message.grams.score(words.words(), grams.averageLength());
        double score = whole.score + CLAIM_BOOST * claim.score + TITLE_BOOST * title.score + GRAM_BOOST * gramScore;
        c.found = whole.found();
        c.set(Feature.TERMS_SCORE, whole.score);
        c.set(Feature.CLAIM_SCORE, claim.score);
        c.set(Feature.TITLE_SCORE, title.score);
        c.set(Feature.GRAMS_SCORE, gramScore);
        c.set(Feature.SCORE, score);
        c.set(Feature.SCORE_BY_SIZE, score / size);
        c.set(Feature.MESSAGE_EXPLAINED, whole.score / message.weight);
        c.set(Feature.SELF_SHARE, whole.score / whole.weight);

        double claimRun = claim.run();
        double titleRun = title.run();
        setView(c, Feature.CLAIM_COVERAGE, claim, claimRun);
        setView(c, Feature.TITLE_COVERAGE, title, titleRun);
        c.set(Feature.BEST_COVERAGE, Math.max(claim.coverage(), title.coverage()));
        c.set(Feature.BEST_COSINE, Math.max(claim.cosine(message), title.cosine(message)));
        c.set(Feature.BEST_PASSAGE_COSINE, Math.max(claim.passageCosine, title.passageCosine));
        c.set(Feature.BEST_PASSAGE_JACCARD, Math.max(claim.passageJaccard, title.passageJaccard));
        c.set(Feature.BEST_RUN, Math.max(claimRun, titleRun));
        c.set(Feature.BODY_COVERAGE, body.coverage());
        c.set(Feature.BODY_OF_MESSAGE, body.ofMessage(message));
        measureWords(c, claim, title, whole);
        c.set(Feature.RAREST_UNEXPLAINED, rarestUnexplained(text) / size);
        measureForms(c, claim);
        if (alignment != null) {
            c.set(Feature.ALIGNED, alignment.share(words, claim));
        }
        c.set(Feature.CLAIM_LENGTH, Math.log(1 + words.claim().length));
        c.set(Feature.MESSAGE_LENGTH, Math.log(1 + message.wordCount));
        c.set(Feature.LENGTH_RATIO, Math.log((1.0 + words.claim().length) / (1 + message.sequence.length)));
        c.set(Feature.PASSAGES, Math.log(1 + message.passages()));
        c.set(Feature.UNKNOWN_SHARE, message.unknown / (double) Math.max(1, message.terms.length));
        c.set(Feature.NEGATION_DIFFERS, words.negated() == message.negated ? 0 : 1);
        relevance.measure(c, claim, title, whole);
        c.set(Feature.STORE_SIZE, Math.log(1 + terms.wordings()));
        measureDates(c);
    }

    private View view(Vocabulary.Text text, int from, int to) {
        return new View(text, from, to - from, passages, terms.averageLength());
    }

    private void setView(Candidate c, Feature first, View view, double run) {
        double[] values = {
            view.coverage(),
            view.ofMessage(message),
            view.cosine(message),
            view.present ? view.passageCosine : -1,
            view.present ? view.passageCoverage : -1,
            view.present ? view.passageJaccard : -1,
            view.present ? run : -1,
            view.present ? view.bigrams() : -1
        };
        System.arraycopy(values, 0, c.features, first.ordinal(), values.length);
    }

    private void measureWords(Candidate c, View claim, View title, View whole) {
        ClaimWords words = c.words;
        Tally tally = new Tally();
        for (int i = 0; i < words.claim().length; i++) {
            if (whole.isFirst(i)) {
                tally.inClaim(claim.weight(i), claim.term(i) != null, words.isNumber(i), words.isName(i));
            }
        }
        for (int i = 0; i < words.title().length; i++) {
            if (title.term(i) != null && whole.isFirst(words.claim().length + i)) {
                tally.found(title.weight(i));
            }
        }
        c.set(Feature.RAREST_FOUND, tally.rarest[0] / size);
        c.set(Feature.THREE_RAREST_FOUND, (tally.rarest[0] + tally.rarest[1] + tally.rarest[2]) / size);
        c.set(Feature.WEIGHT_FOUND, tally.found / size);
        c.set(Feature.RAREST_MISSING, tally.rarestMissing / size);
        c.set(Feature.NUMBERS_FOUND, tally.numbers == 0 ? 0 : tally.numbersFound / (double) tally.numbers);
        c.set(Feature.NUMBERS_MISSING, Math.log(1 + tally.numbers - tally.numbersFound));
        c.set(Feature.NAMES_FOUND, tally.nameWeight == 0 ? 0 : tally.nameWeightFound / tally.nameWeight);
        c.set(Feature.NAMES_MISSING, Math.log(1 + tally.namesMissing));
    }

    /** How rare the rarest word of the message is that some claim has but none of these texts. */
    private double rarestUnexplained(Vocabulary.Text text) {
        measured++;
        for (int i = 0; i < text.keys().length; i++) {
            MessageWords.Term term = text.terms()[i];
            if (term != null && term.key == text.keys()[i]) {
                explained[term.index] = measured;
            }
        }
        for (MessageWords.Term term : message.byWeight) {
            if (term.known() && explained[term.index] != measured) {
                return term.idf;
            }
        }
        return 0;
    }

    private void measureForms(Candidate c, View claim) {
        long[] keys = c.words.claim();
        double total = 0;
        double same = 0;
        double early = 0;
        double found = 0;
        double signed = 0;
        for (int i = 0; i < keys.length; i++) {
            double idf = claim.weight(i);
            total += idf;
            same += message.hasForm(c.words.forms()[i]) ? idf : 0;
            MessageWords.Term term = claim.term(i);
            early += term != null && term.positions[0] < EARLY ? idf : 0;
            found += term != null ? idf : 0;
            signed += term != null && message.signedOnly(term) ? idf : 0;
        }
        c.set(Feature.FORM_COVERAGE, total == 0 ? 0 : same / total);
        c.set(Feature.LEAD_COVERAGE, total == 0 ? 0 : early / total);
        c.set(Feature.SIGNED, found == 0 ? 0 : signed / found);
        c.set(Feature.CLOSENESS, claim.closeness(message));
    }

    /** Sums over the distinct words of a claim. */
    private static final class Tally {
        final double[] rarest = new double[3];
        double found;
        double rarestMissing;
        int numbers;
        int numbersFound;
        double nameWeight;
        double nameWeightFound;
        int namesMissing;

        void inClaim(double idf, boolean isFound, boolean number, boolean name) {
            if (isFound) {
                found(idf);
            } else {
                rarestMissing = Math.max(rarestMissing, idf);
            }
            numbers += number ? 1 : 0;
            numbersFound += number && isFound ? 1 : 0;
            nameWeight += name ? idf : 0;
            nameWeightFound += name && isFound ? idf : 0;
            namesMissing += name && !isFound ? 1 : 0;
        }

        void found(double idf) {
            found += idf;
            double moving = idf;
            for (int i = 0; i < rarest.length; i++) {
                double held = rarest[i];
                rarest[i] = Math.max(held, moving);
                moving = Math.min(held, moving);
            }
        }
    }

    private void measureDates(Candidate c) {
        c.set(Feature.AGE, c.words.hasDay() ? Math.log(1 + Math.max(0, newest - c.words.day()) / MONTH) : 0);
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
        double mostRelevant = 1e-9;
        for (Candidate c : candidates) {
            mostRelevant = Math.max(mostRelevant, c.get(Feature.RELEVANCE));
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
            c.set(Feature.RELEVANCE_SHARE, c.get(Feature.RELEVANCE) / mostRelevant);
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
