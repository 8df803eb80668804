package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The matcher over one store with any model in it: shows what a model would judge by, for fitting one, and answers as
 * it would, for measuring it. Usable by many threads.
 */
public final class Trial implements AutoCloseable {
    private static final List<String> FEATURES = Arrays.stream(Feature.values()).map(Feature::name).toList();
    private static final List<String> INPUTS = Stream.of(
                    Arrays.stream(Feature.values()).filter(Feature::decides).map(Feature::name),
                    Arrays.stream(Lead.values()).map(Lead::name),
                    Bends.names().stream())
            .flatMap(names -> names)
            .toList();

    private final Claims claims;
    private final IndexKeeper keeper;
    private final MatchSettings settings;
    private final ClaimIndex index;

    private Trial(Claims claims, @Nullable Path directory, MatchSettings settings) {
        this.claims = claims;
        this.keeper = new IndexKeeper(claims, directory);
        this.settings = settings;
        this.index = keeper.index();
    }

    /**
     * A trial over all published claims of the store.
     *
     * @param directory where the index lies; null keeps it in memory
     */
    public static Trial over(Claims claims, @Nullable Path directory, MatchSettings settings) {
        return new Trial(claims, directory, settings);
    }

    /** Names of all that is measured of a candidate. */
    public static List<String> features() {
        return FEATURES;
    }

    /** Whether candidates may be ordered by the feature of this name. */
    public static boolean orders(String feature) {
        return Feature.valueOf(feature).orders();
    }

    /** Whether the feature of this name is what other candidates lend. */
    public static boolean lends(String feature) {
        return Feature.valueOf(feature).lends();
    }

    /** Names of all that the decision about the first candidate may judge by. */
    public static List<String> inputs() {
        return INPUTS;
    }

    /** What the messages are compared with. */
    public List<Lineup> lineups(List<String> texts, WordWeights words) {
        Bench bench = new Bench(index, words);
        return texts.parallelStream().map(bench::lineup).toList();
    }

    /** What the message and the right ones of the claims that the search finds teach of words. */
    public WordWeights.Examples words(String text, Set<Long> right) {
        IndexStatistics statistics = index.statistics();
        MessageWords message = MessageWords.of(text, statistics);
        List<ClaimWords> found = new CandidateSearch(index).find(message, Shortlist.CANDIDATES);
        return WordWeights.examples(
                message, found.stream().filter(words -> right.contains(words.claimId())).toList(), statistics.terms());
    }

    /**
     * The numbers of the first claims that the search brings to comparison when asked for more than an answer needs.
     *
     * @param depth how many wordings to ask for
     */
    public List<Long> found(String text, int depth) {
        return new CandidateSearch(index).find(MessageWords.of(text, index.statistics()), depth).stream()
                .map(ClaimWords::claimId)
                .distinct()
                .toList();
    }

    /** What these messages would be compared with in a store of these claims only. */
    public static List<Lineup> lineups(Collection<Claim> only, List<String> texts, WordWeights words) {
        try (ClaimIndex index = new ClaimIndex(new ByteBuffersDirectory())) {
            only.forEach(claim -> index.put(claim, Set.of()));
            index.refresh();
            Bench small = new Bench(index, words);
            return texts.parallelStream().map(small::lineup).toList();
        }
    }

    /** A matcher with this model. It lives as long as the trial and need not be closed. */
    public ClaimMatcher matcher(MatchModel model) {
        return new ClaimMatcher(claims, keeper, model, settings);
    }

    @Override
    public void close() {
        keeper.close();
    }

    /** An index and the wordings read from it, each of them once, however many line-ups it stands in. */
    private static final class Bench {
        private final Shortlist shortlist;
        private final Map<String, ClaimWords> wordings = new ConcurrentHashMap<>();

        Bench(ClaimIndex index, WordWeights words) {
            this.shortlist = new Shortlist(Corpus.of(index), words.over());
        }

        Lineup lineup(String text) {
            return shortlist.lineup(text, this::shared);
        }

        private ClaimWords shared(ClaimWords words) {
            return wordings.computeIfAbsent(words.claimId() + " " + words.words(), key -> words);
        }
    }
}
