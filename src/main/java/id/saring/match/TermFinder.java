package id.saring.match;

import id.saring.text.TextLanguage;
import id.saring.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the terms of a message: its content words by their stems, unknown ones as the index is most likely to know. */
final class TermFinder {
    private static final int MAX_CORRECTIONS = 24;

    private final Optional<TextLanguage> language;
    private final IndexStatistics statistics;
    private final Map<String, MessageWords.Term> byWord = new HashMap<>();
    private final Map<String, MessageWords.Term> byStem = new HashMap<>();
    private final List<MessageWords.Term> distinct = new ArrayList<>();
    private int corrections;

    /**
     * The terms of a message.
     *
     * @param distinct  each term once, in the order of its index
     * @param inOrder   the term of each content word
     * @param sentences the sentence of each content word
     */
    record Found(MessageWords.Term[] distinct, MessageWords.Term[] inOrder, int[] sentences) {}

    private TermFinder(Optional<TextLanguage> language, IndexStatistics statistics) {
        this.language = language;
        this.statistics = statistics;
    }

    static Found in(List<Token> tokens, Optional<TextLanguage> language, IndexStatistics statistics) {
        return new TermFinder(language, statistics).find(tokens);
    }

    private Found find(List<Token> tokens) {
        List<MessageWords.Term> inOrder = new ArrayList<>(tokens.size());
        int[] sentences = new int[tokens.size()];
        for (Token token : tokens) {
            if (!isStopWord(token.word(), language)) {
                MessageWords.Term term = byWord.computeIfAbsent(token.word(), this::term);
                term.name |= token.name();
                term.at(inOrder.size());
                sentences[inOrder.size()] = token.sentence();
                inOrder.add(term);
            }
        }
        return new Found(
                distinct.toArray(MessageWords.Term[]::new),
                inOrder.toArray(MessageWords.Term[]::new),
                Arrays.copyOf(sentences, inOrder.size()));
    }

    private MessageWords.Term term(String word) {
        String stem = stem(word);
        int count = count(stem);
        List<Meanings.Meaning> meanings = Meanings.of(word, stem, language, statistics.terms());
        if (count == 0 && !meanings.isEmpty()) {
            stem = meanings.getFirst().stem();
            count = meanings.getFirst().count();
        } else if (count == 0 && corrections++ < MAX_CORRECTIONS) {
            stem = statistics.spelling().correct(stem);
            count = count(stem);
        }
        MessageWords.Term known = byStem.get(stem);
        if (known != null) {
            return known;
        }
        MessageWords.Term term = new MessageWords.Term(stem, word, count, statistics.terms().idf(count));
        term.index = distinct.size();
        term.synonyms = meanings;
        distinct.add(term);
        byStem.put(stem, term);
        return term;
    }

    private int count(String stem) {
        return statistics.terms().count(TermStatistics.key(stem));
    }

    /** How many of the words are no stop words. */
    static int contentWords(List<Token> tokens, Optional<TextLanguage> language) {
        return (int) tokens.stream().filter(token -> !isStopWord(token.word(), language)).count();
    }

    private static boolean isStopWord(String word, Optional<TextLanguage> language) {
        return language.isPresent()
                ? language.get().isStopWord(word)
                : TextLanguage.INDONESIAN.isStopWord(word) || TextLanguage.ENGLISH.isStopWord(word);
    }

    /** Where the language is open, as in a query of one word, the stem that the index knows better. */
    private String stem(String word) {
        if (language.isPresent()) {
            return language.get().stem(word);
        }
        String indonesian = TextLanguage.INDONESIAN.stem(word);
        String english = TextLanguage.ENGLISH.stem(word);
        return count(english) > count(indonesian) ? english : indonesian;
    }
}
