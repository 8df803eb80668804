package id.saring.match;

import java.util.List;

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
        return new Corpus() {
            @Override
            public IndexStatistics statistics() {
                return index.statistics();
            }

            @Override
            public List<ClaimWords> find(MessageWords message, int limit) {
                return search.find(message, limit);
            }

            @Override
            public List<ClaimWords> linkedFrom(String address, int limit) {
                return index.linkedFrom(address, limit).stream().map(ClaimIndex.Hit::words).toList();
            }
        };
    }
}
