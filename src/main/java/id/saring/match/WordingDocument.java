package id.saring.match;

import id.saring.text.Grams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** How one wording of a claim lies in the index. */
final class WordingDocument {
    private static final String WORDS = "words";
    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.setTokenized(true);
        COUNTED.freeze();
    }

    private WordingDocument() {}

    static Document of(ClaimWords words, String wording, Set<String> links) {
        Document document = new Document();
        document.add(new StringField(ClaimIndex.CLAIM, Long.toString(words.claimId()), Field.Store.NO));
        document.add(new Field(ClaimIndex.TERMS, words.terms(), COUNTED));
        StringBuilder grams = new StringBuilder((Grams.SIZE + 1) * words.words().length());
        Grams.ofWords(words.words(), gram -> grams.append(Grams.text(gram)).append(' '));
        document.add(new Field(ClaimIndex.GRAMS, grams.toString(), COUNTED));
        if (words.hasDay()) {
            document.add(new LongPoint(ClaimIndex.DAY, words.day()));
        }
        for (String link : links) {
            document.add(new StringField(ClaimIndex.LINK, link, Field.Store.NO));
        }
        // Doc values and not a stored field: those are compressed in blocks, and sixty are read for every message.
        document.add(new BinaryDocValuesField(WORDS, new BytesRef(wording)));
        return document;
    }

    /** The wordings of a part of the index, for {@link #read}; to be read forward only. */
    static BinaryDocValues words(LeafReader reader) throws IOException {
        return DocValues.getBinary(reader, WORDS);
    }

    static ClaimWords read(int document, BinaryDocValues words) throws IOException {
        words.advanceExact(document);
        BytesRef stored = words.binaryValue();
        return ClaimWords.parse(new String(stored.bytes, stored.offset, stored.length, StandardCharsets.UTF_8));
    }
}
