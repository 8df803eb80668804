package id.saring.match;

import id.saring.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the terms of a message: its content words by their stems. */
final class TermFinder {
    private final CorrectedWords words;
    private final Stems stems;

    /** For the key of each term's stem the term's number, from 1. */
    private final LongCounts numbers;
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
        this.numbers = new LongCounts(words.distinct().words().size());
    }

    /** The terms of words already corrected. */
    static Found in(CorrectedWords words) {
        return new TermFinder(words).find(words.tokens(), words.distinct());
    }

    private Found find(List<Token> tokens, DistinctWords numbered) {
        MessageWords.@Nullable Term[] byNumber = numbered.words().stream()
                .map(word -> stems.isStopWord(word) ? null : term(word))
                .toArray(MessageWords.Term[]::new);
        List<MessageWords.Term> inOrder = new ArrayList<>(tokens.size());
        int[] sentences = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            MessageWords.Term term = byNumber[numbered.numbers()[i]];
            if (term != null) {
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
        long key = TermStatistics.key(stem);
        int known = numbers.get(key);
        if (known > 0) {
            return distinct.get(known - 1);
        }
        MessageWords.Term term = new MessageWords.Term(stem, word, key, count, stems.terms().idf(count));
        term.index = distinct.size();
        List<Meanings.Meaning> others = words.others(word);
        if (!meanings.isEmpty() || !others.isEmpty()) {
            term.synonyms = Stream.concat(meanings.stream(), others.stream()).toList();
        }
        distinct.add(term);
        numbers.put(key, distinct.size());
        return term;
    }
}
