package id.saring.match;

import id.saring.text.TextLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stems of a message's words, and how well the index knows them. An empty language is one that nothing tells. */
record Stems(Optional<TextLanguage> language, TermStatistics terms) {
    /** What a text may be in whose language nothing tells; where both are as likely, the first. */
    private static final List<TextLanguage> OPEN = List.of(TextLanguage.INDONESIAN, TextLanguage.ENGLISH);

    /** Where the language is open, as in a query of one word, the stem that the index knows better. */
    String of(String word) {
        if (language.isPresent()) {
            return language.get().stem(word);
        }
        String indonesian = TextLanguage.INDONESIAN.stem(word);
        String english = TextLanguage.ENGLISH.stem(word);
        return count(english) > count(indonesian) ? english : indonesian;
    }

    boolean isStopWord(String word) {
        return language.isPresent()
                ? language.get().isStopWord(word)
                : TextLanguage.INDONESIAN.isStopWord(word) || TextLanguage.ENGLISH.isStopWord(word);
    }

    /** The language whose names and habits of writing hold; Indonesian where it is open. */
    TextLanguage spelling() {
        return language.orElse(TextLanguage.INDONESIAN);
    }

    private int count(String stem) {
        return terms.count(TermStatistics.key(stem));
    }

    /**
     * What the index knows of a word.
     *
     * @param count    in how many wordings the stem stands
     * @param meanings what claims may call it instead, see {@link Meanings}
     */
    record Known(String stem, int count, List<Meanings.Meaning> meanings) {
        /** Whether no claim has it, nor anything that says the same. */
        boolean nothing() {
            return count == 0 && meanings.isEmpty();
        }
    }

    /**
     * What the index knows of each of these words. They are looked up all together: each look is a trip to memory that
     * need not wait for the one before.
     */
    Map<String, Known> known(List<String> words) {
        List<TextLanguage> languages = language.map(List::of).orElse(OPEN);
        String[] stems = new String[words.size() * languages.size()];
        long[] keys = new long[stems.length];
        int size = 0;
        for (String word : words) {
            for (TextLanguage of : languages) {
                stems[size] = of.stem(word);
                keys[size] = TermStatistics.key(stems[size]);
                size++;
            }
        }
        int[] counts = terms.counts(keys, size);
        Map<String, Known> known = HashMap.newHashMap(words.size());
        for (int i = 0; i < words.size(); i++) {
            int best = i * languages.size();
            if (languages.size() > 1 && counts[best + 1] > counts[best]) {
                best++;
            }
            String word = words.get(i);
            known.put(word, new Known(
                    stems[best], counts[best], Meanings.of(word, stems[best], language, terms)));
        }
        return known;
    }
}
