package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.Lineup;
import id.saring.match.MatchModel;
import id.saring.match.WordWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A pack with the matcher over its store.
 *
 * @param folds   the fold of each message
 * @param decides whether the pack shows when to answer, and not only what
 */
record TrialPack(Pack pack, TrialStore store, List<Integer> folds, boolean decides) {
    private static final double LARGE = 1_500;

    /** Every message with what it is compared with; {@code small} if small stores are to be cut for it too. */
    List<Example> examples(WordWeights words, boolean small, long seed) {
        List<Lineup> lineups = store.trial().lineups(pack.messages().stream().map(Message::text).toList(), words);
        Example.Source source = new Example.Source(pack.name(), false, weight());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lineups.size(); i++) {
            Message message = pack.messages().get(i);
            examples.add(new Example(
                    source, folds.get(i), lineups.get(i), store.ids(message.right()), store.ids(message.acceptable())));
        }
        if (small && decides) {
            examples.addAll(new SmallStores(this, words, seed).measure());
        }
        if (decides) {
            examples.addAll(new Keywords(this, seed).examples(words));
        }
        return examples;
    }

    /** How much a message counts in the decision: in a large pack less, by the root. */
    double weight() {
        return decides ? Math.min(1, Math.sqrt(LARGE / pack.messages().size())) : 0;
    }

    /** What is answered to each message with the model that was fitted without the message's fold. */
    List<Answer> answers(List<MatchModel> without) {
        List<ClaimMatcher> matchers = without.stream().map(store.trial()::matcher).toList();
        return IntStream.range(0, folds.size())
                .parallel()
                .mapToObj(i -> {
                    Message message = pack.messages().get(i);
                    return Answer.of(message, store, matchers.get(folds.get(i)), 0);
                })
                .toList();
    }
}
