package id.saring.match;

import id.saring.text.Dates;
import id.saring.text.LanguageGuess;
import id.saring.text.Negations;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message cut into words, passages and weights, ready to be compared with any number of claims. */
final class MessageWords {
    /** Longer messages are compared by their beginning only: about 20,000 characters. */
    static final int MAX_WORDS = 3_500;

    /** Of these {@link Fellows} needs a bit each. */
    private static final int MOST_TELLING = Long.SIZE;

    private static final int MAX_DATES = 4;

    /** A distinct content word. */
    static final class Term {
        final String stem;
        final String word;
        final long key;
        final int count;
        final double idf;
        int index;
        int[] positions = new int[2];
        int occurrences;
        int[] passages = {};
        boolean name;

        /** Other stems that say the same and that some claim has. */
        List<Meanings.Meaning> synonyms = List.of();

        Term(String stem, String word, long key, int count, double idf) {
            this.stem = stem;
            this.word = word;
            this.key = key;
            this.count = count;
            this.idf = idf;
        }

        /** Whether any claim has it. */
        boolean known() {
            return count > 0;
        }

        void at(int position) {
            if (occurrences == positions.length) {
                positions = Arrays.copyOf(positions, 2 * occurrences);
            }
            positions[occurrences++] = position;
        }
    }

    private final List<Token> signature;

    final CorrectedWords corrected;

    private final Optional<TextLanguage> language;
    final Term[] sequence;
    final Term[] terms;
    final Term[] byWeight;
    final Passages passages;
    final double weight;
    final double norm;
    final int wordCount;

    /** The place in {@link #sequence} from which on the message only says who wrote it. */
    private final int signedFrom;

    final int unknown;
    final boolean negated;
    final List<LocalDate> dates;
    final MessageGrams grams;
    private final LongCounts slots;
    private final LongCounts forms;
    private @Nullable List<Term> telling;

    private MessageWords(
            CorrectedWords corrected, List<Token> signature, List<LocalDate> dates, Optional<TextLanguage> language,
            IndexStatistics statistics) {
        this.corrected = corrected;
        this.signature = signature;
        this.language = language;
        this.dates = dates;
        this.wordCount = corrected.typed().size();
        List<String> meant = corrected.distinct().words();
        this.negated = meant.stream().anyMatch(Negations::isNegation);
        this.grams = new MessageGrams(meant, statistics.grams());

        TermFinder.Found found = TermFinder.in(corrected);
        this.terms = found.distinct();
        this.sequence = found.inOrder();
        this.signedFrom = sequence.length
                - (int) signature.stream().filter(token -> !corrected.stems().isStopWord(token.word())).count();
        this.slots = new LongCounts(Arrays.stream(terms).mapToInt(term -> 1 + term.synonyms.size()).sum());
        for (Term term : terms) {
            slots.put(term.key, term.index + 1);
        }
        for (Term term : terms) {
            for (Meanings.Meaning synonym : term.synonyms) {
                long key = TermStatistics.key(synonym.stem());
                if (slots.get(key) == 0) {
                    slots.put(key, term.index + 1);
                }
            }
        }
        this.forms = new LongCounts(meant.size());
        meant.forEach(word -> forms.put(TermStatistics.key(word), 1));
        this.byWeight = byWeight(terms);
        int withoutClaim = 0;
        for (Term term : terms) {
            withoutClaim += term.known() ? 0 : 1;
        }
        this.unknown = withoutClaim;

        this.passages = new Passages(found);
        double total = 0;
        double square = 0;
        for (Term term : terms) {
            total += term.idf;
            square += term.idf * term.idf;
        }
        this.weight = Math.max(1e-9, total);
        this.norm = Math.max(1e-9, Math.sqrt(square));
    }

    static MessageWords of(String text, IndexStatistics statistics) {
        List<Token> cut = Tokenizer.cut(text);
        List<Token> words = cut.subList(0, Math.min(MAX_WORDS, cut.size()));
        Optional<TextLanguage> language = LanguageGuess.of(words);
        List<Token> tokens = Tokenizer.spellOut(words, language.orElse(TextLanguage.INDONESIAN));
        // What is cut off a long message takes its signature with it.
        int signed = words.size() == cut.size() ? Signature.start(text) : text.length();
        List<Token> signature = signed < text.length() ? Tokenizer.cut(text.substring(signed)) : List.of();
        return new MessageWords(
                CorrectedWords.of(tokens, language, statistics),
                signature,
                Dates.in(text, MAX_DATES),
                language,
                statistics);
    }

    /** The passage that holds most of these terms as if it were all of the message. */
    MessageWords passage(long[] keys, IndexStatistics statistics) {
        List<Token> passage = passageNearest(keys, corrected.typed());
        return new MessageWords(corrected.part(passage), List.of(), List.of(), language, statistics);
    }

    /** The same message with no word read as another. */
    MessageWords asTyped(IndexStatistics statistics) {
        return new MessageWords(corrected.asTyped(), signature, dates, language, statistics);
    }

    Optional<TextLanguage> language() {
        return language;
    }

    /** The message's term with this key, or null. */
    @Nullable Term term(long key) {
        int slot = slots.get(key);
        return slot == 0 ? null : terms[slot - 1];
    }

    /** For each key the message's term, or null. */
    @Nullable Term[] terms(long[] keys) {
        Term[] found = new Term[keys.length];
        for (int i = 0; i < keys.length; i++) {
            found[i] = term(keys[i]);
        }
        return found;
    }

    /** Whether the word with this key stands in the message in this very form. */
    boolean hasForm(long key) {
        return forms.get(key) != 0;
    }

    /** Whether the term stands nowhere but in the signature. */
    boolean signedOnly(Term term) {
        return term.positions[0] >= signedFrom;
    }

    int passages() {
        return passages.count();
    }

    /** The known terms that tell most, by weight and how often they stand, at most {@value #MOST_TELLING}. */
    List<Term> telling() {
        if (telling == null) {
            Largest largest = new Largest(MOST_TELLING);
            for (Term term : terms) {
                if (term.known()) {
                    largest.offer(term.index, term.idf * (1 + Math.log(term.occurrences)));
                }
            }
            telling = Arrays.stream(largest.numbers()).mapToObj(i -> terms[i]).toList();
        }
        return telling;
    }

    /** What fewest wordings have first; the weight of a term follows from how many have it. */
    private static Term[] byWeight(Term[] terms) {
        long[] order = new long[terms.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) terms[i].count << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToObj(place -> terms[(int) place]).toArray(Term[]::new);
    }

    /**
     * The words of the passage that holds most of these terms, stop words included.
     *
     * @param words the words to take them from, as typed or as meant
     */
    List<Token> passageNearest(long[] keys, List<Token> words) {
        return passages.words(nearest(keys), words);
    }

    /** The content words of the passage that holds most of these terms. */
    String nearestPassage(long[] keys) {
        return passages.text(nearest(keys));
    }

    private int nearest(long[] keys) {
        return passages.nearest(terms(Arrays.stream(keys).distinct().toArray()));
    }
}
