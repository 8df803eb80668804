package id.saring.match;

import id.saring.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the terms of a message: its content words by their stems. */
final class TermFinder {
    private final CorrectedWords words;
    private final Stems stems;
    private final Map<String, MessageWords.Term> byWord = new HashMap<>();
    private final Map<String, MessageWords.Term> byStem = new HashMap<>();
    private final List<MessageWords.Term> distinct = new ArrayList<>();

    /**
     * The terms of a message.
     *
     * @param distinct  each term once, in the order of its index
     * @param inOrder   the term of each content word
     * @param sentences the sentence of each content word
     */
    record Found(MessageWords.Term[] distinct, MessageWords.Term[] inOrder, int[] sentences) {}

    private TermFinder(CorrectedWords words) {
        this.words = words;
        this.stems = words.stems();
    }

    /** The terms of words already corrected. */
    static Found in(CorrectedWords words) {
        return new TermFinder(words).find(words.tokens());
    }

    private Found find(List<Token> tokens) {
        List<MessageWords.Term> inOrder = new ArrayList<>(tokens.size());
        int[] sentences = new int[tokens.size()];
        for (Token token : tokens) {
            if (!stems.isStopWord(token.word())) {
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
        Stems.Known found = words.known(word);
        String stem = found.stem();
        int count = found.count();
        List<Meanings.Meaning> meanings = found.meanings();
        if (count == 0 && !meanings.isEmpty()) {
            stem = meanings.getFirst().stem();
            count = meanings.getFirst().count();
        }
        MessageWords.Term known = byStem.get(stem);
        if (known != null) {
            return known;
        }
        MessageWords.Term term = new MessageWords.Term(stem, word, count, stems.terms().idf(count));
        term.index = distinct.size();
        List<Meanings.Meaning> others = words.others(word);
        if (!meanings.isEmpty() || !others.isEmpty()) {
            term.synonyms = Stream.concat(meanings.stream(), others.stream()).toList();
        }
        distinct.add(term);
        byStem.put(stem, term);
        return term;
    }
}
