package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Lists the claims of every state by words and facets, for moderators. Like the matcher's index it is derived from the
 * store; each list is of what the store holds at that moment, whoever changed it.
 */
public final class ClaimCatalog implements AutoCloseable {
    /** Nobody turns more pages than these; a narrower question finds what lies beyond. */
    public static final long DEEPEST = 10_000;

    static final String ID = "id";
    static final String WORDS = "words";
    static final String STATE = "state";
    static final String LANGUAGE = "language";
    static final String VERDICT = "verdict";
    static final String KIND = "kind";
    static final String REVIEWED = "reviewed";
    static final String CHANGED = "changed";
    static final String CREATED = "created";

    /** Raised when other things are kept of a claim; a catalog of another format, or of another store, is made anew. */
    private static final String FORMAT = "1";

    private static final String VERSION = "version";

    private final Claims claims;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String storeId;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private volatile long version;

    private ClaimCatalog(Claims claims, Directory directory) throws IOException {
        this.claims = claims;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(ClaimQuestion.ANALYZER));
        this.storeId = claims.storeId();
        this.version = committedVersion();
        this.searchers = new SearcherManager(writer, null);
    }

    /** @param directory where the catalog lies and is kept for the next start; null keeps it in memory */
    public static ClaimCatalog open(Claims claims, @Nullable Path directory) {
        try {
            if (directory == null) {
                return new ClaimCatalog(claims, new ByteBuffersDirectory());
            }
            Files.createDirectories(directory);
            return new ClaimCatalog(claims, new MMapDirectory(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the catalog of claims", e);
        }
    }

    /**
     * One page of the claims asked for; its total is exact.
     *
     * @param offset at most {@value #DEEPEST}; further on every page is empty
     */
    public Page<Claim> list(ClaimQuery query, long offset, int limit) {
        return search(searcher -> {
            Query question = ClaimQuestion.of(query);
            int most = (int) Math.min(offset, DEEPEST) + limit;
            TopFieldDocs found = searcher.search(question, most, ClaimQuestion.sort(query.order()));
            List<ClaimId> ids = new ArrayList<>();
            for (long i = offset; i < Math.min(found.scoreDocs.length, most); i++) {
                ids.add(ClaimQuestion.idOf((FieldDoc) found.scoreDocs[(int) i]));
            }
            return new Page<>(claims.findAll(ids), offset, searcher.count(question));
        });
    }

    /** Claims of one state that have most to do with the text by the words they share with it, the best first. */
    public List<Claim> near(String text, ClaimState state, int limit) {
        return search(searcher -> {
            Query question = ClaimQuestion.near(text, state);
            List<ClaimId> ids = new ArrayList<>();
            for (ScoreDoc found : searcher.search(question, limit, ClaimQuestion.NEAREST).scoreDocs) {
                ids.add(ClaimQuestion.idOf((FieldDoc) found));
            }
            return claims.findAll(ids);
        });
    }

    private <T> T search(ClaimIndex.Search<T> search) {
        catchUp();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot search the catalog of claims", e);
        }
    }

    /** Takes in what has changed in the store since it was last looked at; cheap if nothing has. */
    public void catchUp() {
        if (claims.storeVersion() == version) {
            return;
        }
        catchingUp.lock();
        try {
            long target = claims.storeVersion();
            if (target < version) {
                writer.deleteAll(); // a backup was put back
                version = 0;
            }
            if (target != version) {
                claims.forEachChangedSince(version, this::put);
                searchers.maybeRefreshBlocking();
                version = target;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot update the catalog of claims", e);
        } finally {
            catchingUp.unlock();
        }
    }

    @Override
    public void close() {
        catchingUp.lock();
        try {
            writer.setLiveCommitData(Map.of(VERSION, FORMAT + ":" + storeId + ":" + version).entrySet());
            writer.commit();
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the catalog of claims", e);
        } finally {
            catchingUp.unlock();
        }
    }

    private void put(Claim claim) {
        try {
            writer.updateDocument(new Term(ID, claim.id().toString()), document(claim));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list claim " + claim.id(), e);
        }
    }

    private static Document document(Claim claim) {
        ClaimContent content = claim.content();
        Document document = new Document();
        document.add(new StringField(ID, claim.id().toString(), Field.Store.NO));
        for (String text : texts(claim)) {
            document.add(new TextField(WORDS, text, Field.Store.NO));
        }
        facet(document, STATE, claim.state());
        facet(document, LANGUAGE, content.language());
        facet(document, VERDICT, content.verdict());
        facet(document, KIND, content.kind());
        long day = content.reviewedOn() == null ? Long.MIN_VALUE : content.reviewedOn().toEpochDay();
        document.add(new LongField(REVIEWED, day, Field.Store.NO));
        document.add(new LongField(CHANGED, claim.updatedAt().toEpochMilli(), Field.Store.NO));
        document.add(new LongField(CREATED, claim.id().value(), Field.Store.NO));
        return document;
    }

    private static List<String> texts(Claim claim) {
        List<String> texts = new ArrayList<>(claim.content().phrasings());
        texts.add(claim.text());
        texts.add(claim.key());
        if (claim.content().headline() != null) {
            texts.add(claim.content().headline());
        }
        return texts;
    }

    private static void facet(Document document, String field, @Nullable Enum<?> value) {
        if (value != null) {
            document.add(new StringField(field, value.name(), Field.Store.NO));
        }
    }

    private long committedVersion() throws IOException {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        String own = FORMAT + ":" + storeId + ":";
        for (Map.Entry<String, String> entry : data == null ? List.<Map.Entry<String, String>>of() : data) {
            if (entry.getKey().equals(VERSION) && entry.getValue().startsWith(own)) {
                return Long.parseLong(entry.getValue().substring(own.length()));
            }
        }
        writer.deleteAll();
        return 0;
    }
}
