package id.saring.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Corrects a slip of the finger: the best-known stem of the index that starts with the same letter and is one edit (an
 * insertion, deletion, substitution or swap) away.
 */
final class IndexSpelling implements Spelling {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;

    private final ClaimIndex index;

    IndexSpelling(ClaimIndex index) {
        this.index = index;
    }

    @Override
    public String correct(String stem, String word) {
        if (stem.length() < SHORTEST || stem.length() > LONGEST || Character.isDigit(stem.charAt(0))) {
            return stem;
        }
        return index.withSearcher(searcher -> bestKnown(searcher, stem));
    }

    private static String bestKnown(IndexSearcher searcher, String stem) {
        String prefix = stem.substring(0, Character.charCount(stem.codePointAt(0)));
        String rest = stem.substring(prefix.length());
        CompiledAutomaton near = new CompiledAutomaton(new LevenshteinAutomata(rest, true).toAutomaton(1, prefix));
        String best = stem;
        int bestCount = 0;
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(ClaimIndex.TERMS);
                if (terms == null) {
                    continue;
                }
                TermsEnum found = near.getTermsEnum(terms);
                for (BytesRef term = found.next(); term != null; term = found.next()) {
                    if (found.docFreq() > bestCount) {
                        bestCount = found.docFreq();
                        best = term.utf8ToString();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return best;
    }
}
