package id.saring.evaluate;

import id.saring.match.Calibration;
import id.saring.match.Linear;
import id.saring.match.Lineup;
import id.saring.match.MatchModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fits a model to examples: the order first, then the decision, on what orders put first that had not seen the message's
 * story, because an order is too sure of what it was fitted on.
 */
final class ModelFit {
    /** A message asked again without its right claims is a free example of one without an answer, but not a usual one. */
    private static final double TWIN = 0.35;

    /** In the decision a source of more examples than this counts less for each, by the root. */
    private static final double LARGE = 1_500;

    private final List<Example> examples;
    private final int folds;
    private final long seed;

    ModelFit(List<Example> examples, int folds, long seed) {
        this.examples = examples.stream().filter(example -> example.lineup().size() > 0).toList();
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * The model fitted on all examples, and for each fold the one fitted on all but its examples.
     */
    record Fitted(MatchModel model, List<MatchModel> without) {}

    /** @param notes what the model is to say of itself */
    Fitted fit(List<String> notes) {
        // Each fit runs on one thread from end to end, so that the number of threads changes no sum.
        List<Linear> orders = each(fold -> OrderFit.fit(without(examples, fold), seed));
        List<List<DecisionFit.Trying>> tryings =
                IntStream.range(0, examples.size()).parallel().mapToObj(i -> tryings(examples.get(i), orders)).toList();
        List<Linear> decisions = each(fold -> DecisionFit.fit(IntStream.range(0, examples.size())
                .filter(i -> examples.get(i).source().decides() && examples.get(i).fold() != fold)
                .mapToObj(tryings::get)
                .flatMap(List::stream)
                .toList()));
        List<MatchModel> models = new ArrayList<>();
        for (int i = 0; i <= folds; i++) {
            models.add(new MatchModel(notes, orders.get(i), decisions.get(i), Calibration.NONE));
        }
        return new Fitted(models.getLast(), models.subList(0, folds));
    }

    /** The results for leaving out each fold in turn, and last for leaving out none. */
    private <T> List<T> each(IntFunction<T> fit) {
        return IntStream.rangeClosed(0, folds).parallel().mapToObj(fit).toList();
    }

    private static List<Example> without(List<Example> examples, int fold) {
        return examples.stream().filter(example -> example.fold() != fold).toList();
    }

    private static List<DecisionFit.Trying> tryings(Example example, List<Linear> orders) {
        if (!example.source().decides()) {
            return List.of();
        }
        Linear order = orders.get(example.fold());
        double weight = Math.min(1, Math.sqrt(LARGE / example.source().size()));
        List<DecisionFit.Trying> tryings = new ArrayList<>();
        Lineup.Leader leader = example.lineup().leader(order);
        tryings.add(new DecisionFit.Trying(leader.inputs(), example.acceptable().contains(leader.claimId()), weight));
        if (example.answerable()) {
            Lineup rest = example.lineup().without(example.acceptable());
            if (rest.size() > 0) {
                tryings.add(new DecisionFit.Trying(rest.leader(order).inputs(), false, TWIN * weight));
            }
        }
        return tryings;
    }
}
