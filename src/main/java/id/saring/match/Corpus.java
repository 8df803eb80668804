package id.saring.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.lucene.search.Query;

/** The wordings a message is compared with, and how common each word is among them. */
interface Corpus {
    IndexStatistics statistics();

    /** The few wordings that are worth a close comparison with the message. */
    List<ClaimWords> find(MessageWords message, int limit);

    /** A wording of each claim that names this canonical web address as a source or an appearance. */
    List<ClaimWords> linkedFrom(String address, int limit);

    /** All claims of an index. */
    static Corpus of(ClaimIndex index) {
        CandidateSearch search = new CandidateSearch(index);
        return of(index, search::find);
    }

    /** The same, where one message is compared with it again and again; for one thread. */
    static Corpus remembering(ClaimIndex index) {
        CandidateSearch search = new CandidateSearch(index);
        Map<List<Query>, List<ClaimWords>> known = new HashMap<>();
        return of(index, (message, limit) ->
                known.computeIfAbsent(search.clauses(message), clauses -> search.find(clauses, limit)));
    }

    private static Corpus of(ClaimIndex index, BiFunction<MessageWords, Integer, List<ClaimWords>> find) {
        return new Corpus() {
            @Override
            public IndexStatistics statistics() {
                return index.statistics();
            }

            @Override
            public List<ClaimWords> find(MessageWords message, int limit) {
                return find.apply(message, limit);
            }

            @Override
            public List<ClaimWords> linkedFrom(String address, int limit) {
                return index.linkedFrom(address, limit).stream().map(ClaimIndex.Hit::words).toList();
            }
        };
    }
}
