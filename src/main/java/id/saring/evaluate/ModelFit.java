package id.saring.evaluate;

import id.saring.match.Calibration;
import id.saring.match.Linear;
import id.saring.match.Lineup;
import id.saring.match.MatchModel;
import id.saring.match.Orders;
import id.saring.match.WordWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fits a model to examples: the order first, then the decision, on what orders put first that had not seen the
 * message's story, because an order is too sure of what it was fitted on.
 */
final class ModelFit {
    /** A message asked again without its right claims is an example of one without an answer, but not a usual one. */
    private static final double TWIN = 0.35;

    private final List<Example> examples;
    private final int folds;

    ModelFit(List<Example> examples, int folds) {
        this.examples = examples.stream().filter(example -> example.lineup().size() > 0).toList();
        this.folds = folds;
    }

    /**
     * The model fitted on all examples, and for each fold the one fitted on all but its examples.
     *
     * @param small what the latter make of the examples from small stores
     */
    record Fitted(MatchModel model, List<MatchModel> without, List<Guess> small) {}

    /** How sure a model is of the claim it puts first, and whether it should be. */
    record Guess(double confidence, boolean right, boolean answerable) {}

    /**
     * @param notes what the model is to say of itself
     * @param words what the examples were measured with
     */
    Fitted fit(List<String> notes, WordWeights words) {
        // Each fit runs on one thread from end to end, so that the number of threads changes no sum.
        // Which claim comes first in a store of few is hardly ever in question; when to be silent is.
        List<Example> ordering = examples.stream().filter(example -> !example.source().small()).toList();
        List<Orders> orders = each(fold -> OrderFit.fitEach(without(ordering, fold)));
        List<List<DecisionFit.Trying>> tryings =
                IntStream.range(0, examples.size()).parallel().mapToObj(i -> tryings(examples.get(i), orders)).toList();
        List<Linear> decisions = each(fold -> DecisionFit.fit(IntStream.range(0, examples.size())
                .filter(i -> examples.get(i).source().weight() > 0 && examples.get(i).fold() != fold)
                .mapToObj(tryings::get)
                .flatMap(List::stream)
                .toList()));
        List<MatchModel> models = new ArrayList<>();
        for (int i = 0; i <= folds; i++) {
            models.add(new MatchModel(notes, words, orders.get(i), decisions.get(i), Calibration.NONE));
        }
        List<Guess> small = IntStream.range(0, examples.size())
                .filter(i -> examples.get(i).source().small())
                .mapToObj(i -> guess(examples.get(i), tryings.get(i).getFirst(), models.get(examples.get(i).fold())))
                .toList();
        return new Fitted(models.getLast(), models.subList(0, folds), small);
    }

    private static Guess guess(Example example, DecisionFit.Trying trying, MatchModel model) {
        return new Guess(model.confidence(trying.inputs()), trying.right(), example.answerable());
    }

    /** The results for leaving out each fold in turn, and last for leaving out none. */
    private <T> List<T> each(IntFunction<T> fit) {
        return IntStream.rangeClosed(0, folds).parallel().mapToObj(fit).toList();
    }

    private static List<Example> without(List<Example> examples, int fold) {
        return examples.stream().filter(example -> example.fold() != fold).toList();
    }

    private static List<DecisionFit.Trying> tryings(Example example, List<Orders> orders) {
        if (example.source().weight() == 0) {
            return List.of();
        }
        Orders order = orders.get(example.fold());
        double weight = example.source().weight();
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
