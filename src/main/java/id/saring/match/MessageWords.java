package id.saring.match;

import id.saring.text.Dates;
import id.saring.text.Grams;
import id.saring.text.LanguageGuess;
import id.saring.text.Negations;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message cut into words, passages and weights, ready to be compared with any number of claims. */
final class MessageWords {
    /** Longer messages are compared by their beginning only: about 20,000 characters. */
    static final int MAX_WORDS = 3_500;
    private static final int PASSAGE_WORDS = 8;

    /** A distinct content word. */
    static final class Term {
        final String stem;
        final String word;
        final int count;
        final double idf;
        final List<Integer> positions = new ArrayList<>(2);
        boolean name;

        Term(String stem, String word, int count, double idf) {
            this.stem = stem;
            this.word = word;
            this.count = count;
            this.idf = idf;
        }

        boolean known() {
            return count > 0;
        }
    }

    final List<Term> sequence = new ArrayList<>();
    final Map<String, Term> terms = new LinkedHashMap<>();
    final int[] passageOf;
    final double[] passageWeights;
    final double[] passageNorms;
    final int passages;
    final double weight;
    final double norm;
    final int wordCount;
    final int unknown;
    final boolean negated;
    final List<LocalDate> dates;
    final MessageGrams grams;
    final List<String> words;

    private MessageWords(List<Token> tokens, List<LocalDate> dates, Optional<TextLanguage> language, ClaimIndex.Statistics statistics, Spelling spelling) {
        this.dates = dates;
        this.wordCount = tokens.size();
        this.words = tokens.stream().map(Token::word).toList();
        List<Integer> sentences = new ArrayList<>();
        boolean negation = false;
        Map<String, Term> byWord = new HashMap<>();
        for (Token token : tokens) {
            negation |= Negations.isNegation(token.word());
            if (isStopWord(token.word(), language)) {
                continue;
            }
            Term term = byWord.get(token.word());
            if (term == null) {
                String stem = stem(token.word(), language, statistics.terms());
                int count = statistics.terms().count(TermStatistics.key(stem));
                if (count == 0) {
                    stem = spelling.correct(stem, token.word());
                    count = statistics.terms().count(TermStatistics.key(stem));
                }
                Term made = terms.get(stem);
                if (made == null) {
                    made = new Term(stem, token.word(), count, statistics.terms().idf(count));
                    terms.put(stem, made);
                }
                term = made;
                byWord.put(token.word(), term);
            }
            term.name |= token.name();
            term.positions.add(sequence.size());
            sequence.add(term);
            sentences.add(token.sentence());
        }
        this.negated = negation;
        this.unknown = (int) terms.values().stream().filter(t -> !t.known()).count();
        this.passageOf = new int[sequence.size()];
        this.passages = cutPassages(sentences);
        this.passageWeights = new double[passages];
        this.passageNorms = new double[passages];
        double total = 0;
        double square = 0;
        for (Term term : terms.values()) {
            total += term.idf;
            square += term.idf * term.idf;
            int last = -1;
            for (int position : term.positions) {
                int passage = passageOf[position];
                if (passage != last) {
                    passageWeights[passage] += term.idf;
                    passageNorms[passage] += term.idf * term.idf;
                    last = passage;
                }
            }
        }
        this.weight = total;
        this.norm = Math.sqrt(square);
        this.grams = new MessageGrams(words, statistics.grams());
    }

    static MessageWords of(String text, ClaimIndex.Statistics statistics, Spelling spelling) {
        Optional<TextLanguage> language = LanguageGuess.of(text);
        Tokenizer tokenizer = new Tokenizer(language.orElse(TextLanguage.INDONESIAN));
        List<Token> tokens = tokenizer.tokens(text);
        return new MessageWords(
                tokens.subList(0, Math.min(MAX_WORDS, tokens.size())), Dates.in(text, 4), language, statistics, spelling);
    }

    /** The terms that tell most, known to the index, at most {@code limit}. */
    List<Term> telling(int limit) {
        return terms.values().stream()
                .filter(Term::known)
                .sorted(Comparator.comparingDouble((Term t) -> -t.idf * (1 + Math.log(t.positions.size()))))
                .limit(limit)
                .toList();
    }

    /** The content words of the passage that holds most of these stems. */
    String nearestPassage(List<String> stems) {
        double[] found = new double[passages];
        for (String stem : new HashSet<>(stems)) {
            Term term = terms.get(stem);
            if (term != null) {
                term.positions.stream().map(position -> passageOf[position]).distinct().forEach(p -> found[p] += term.idf);
            }
        }
        int best = 0;
        for (int p = 1; p < passages; p++) {
            best = found[p] > found[best] ? p : best;
        }
        StringBuilder passage = new StringBuilder();
        for (int i = 0; i < passageOf.length; i++) {
            if (passageOf[i] == best) {
                passage.append(sequence.get(i).word).append(' ');
            }
        }
        return passage.toString().strip();
    }

    private static boolean isStopWord(String word, Optional<TextLanguage> language) {
        return language.map(l -> l.isStopWord(word))
                .orElseGet(() -> TextLanguage.INDONESIAN.isStopWord(word) || TextLanguage.ENGLISH.isStopWord(word));
    }

    /** Where the language is open, as in a query of one word, the stem that the index knows better. */
    private static String stem(String word, Optional<TextLanguage> language, TermStatistics statistics) {
        if (language.isPresent()) {
            return language.get().stem(word);
        }
        String indonesian = TextLanguage.INDONESIAN.stem(word);
        String english = TextLanguage.ENGLISH.stem(word);
        return statistics.count(TermStatistics.key(english)) > statistics.count(TermStatistics.key(indonesian)) ? english : indonesian;
    }

    /** Sentences joined until a passage has enough words to say something. */
    private int cutPassages(List<Integer> sentences) {
        int passage = 0;
        int length = 0;
        for (int i = 0; i < passageOf.length; i++) {
            if (i > 0 && length >= PASSAGE_WORDS && !sentences.get(i).equals(sentences.get(i - 1))) {
                passage++;
                length = 0;
            }
            passageOf[i] = passage;
            length++;
        }
        return passageOf.length == 0 ? 0 : passage + 1;
    }
}
