package id.saring.evaluate;

import id.saring.match.ClaimMatcher;
import id.saring.match.Lineup;
import id.saring.match.MatchModel;
import id.saring.match.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A pack with the matcher over its store.
 *
 * @param folds   the fold of each message
 * @param decides whether the pack shows when to answer, and not only what
 */
record TrialPack(Pack pack, TrialStore store, List<Integer> folds, boolean decides) {
    /** Every message with what it is compared with; {@code small} if small stores are to be cut for it too. */
    List<Example> examples(boolean small, long seed) {
        List<Lineup> lineups = pack.messages().parallelStream()
                .map(message -> store.trial().lineup(message.text()))
                .toList();
        Example.Source source = new Example.Source(pack.name(), lineups.size(), decides);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lineups.size(); i++) {
            Message message = pack.messages().get(i);
            examples.add(new Example(
                    source, folds.get(i), lineups.get(i), store.ids(message.right()), store.ids(message.acceptable())));
        }
        if (small) {
            examples.addAll(new SmallStores(this).measure(new Random(seed)));
        }
        return examples;
    }

    /** What is answered to each message with the model that was fitted without the message's fold. */
    List<Answer> answers(List<MatchModel> without) {
        List<ClaimMatcher> matchers = without.stream().map(store.trial()::matcher).toList();
        return IntStream.range(0, folds.size())
                .parallel()
                .mapToObj(i -> {
                    Message message = pack.messages().get(i);
                    ClaimMatcher matcher = matchers.get(folds.get(i));
                    return Answer.of(message, matcher.explain(new Query(message.text(), null)), store.keys(), 0);
                })
                .toList();
    }
}
