package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.match.Lineup;
import id.saring.match.Trial;
import id.saring.match.WordWeights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Cuts small stores out of a pack's store and measures its messages there. A new installation has few claims; what a
 * score means there is to be learnt too.
 */
final class SmallStores {
    /**
     * A size to cut.
     *
     * @param silent at most so many messages whose claim was not cut are asked too
     */
    private record Cut(int claims, int times, int silent) {}

    private static final List<Cut> CUTS = List.of(
            new Cut(5, 20, 15),
            new Cut(20, 20, 40),
            new Cut(150, 2, 300),
            new Cut(500, 1, 300),
            new Cut(1_500, 1, 400));

    /** A store less than so many times as large as the cut is small enough itself. */
    private static final int WORTHWHILE = 3;

    /** How much all small stores of a pack together count beside the pack. */
    private static final double SHARE = 0.5;

    private final TrialPack pack;
    private final List<Message> messages;
    private final TrialStore store;
    private final List<Claim> claims;
    private final WordWeights words;
    private final Random random;

    /** What one message was compared with in a small store. */
    private record Asked(int message, Lineup lineup, Set<Long> claims) {}

    SmallStores(TrialPack pack, WordWeights words, long seed) {
        this.words = words;
        this.pack = pack;
        this.messages = pack.pack().messages();
        this.store = pack.store();
        this.claims = store.byKey().values().stream()
                .sorted(Comparator.comparingLong(claim -> claim.id().value()))
                .toList();
        this.random = new Random(seed);
    }

    List<Example> measure() {
        List<Asked> asked = new ArrayList<>();
        for (Cut cut : CUTS) {
            for (int i = 0; i < cut.times && claims.size() >= WORTHWHILE * cut.claims; i++) {
                asked.addAll(measure(cut));
            }
        }
        double weight = SHARE * pack.weight() * messages.size() / asked.size();
        Example.Source source = new Example.Source(pack.pack().name(), true, weight);
        return asked.stream().map(a -> example(a, source)).toList();
    }

    private List<Asked> measure(Cut cut) {
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        List<Claim> chosen = shuffled.subList(0, cut.claims);
        Set<Long> ids = new HashSet<>();
        chosen.forEach(claim -> ids.add(claim.id().value()));
        List<Integer> answerable = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            (Collections.disjoint(store.ids(messages.get(m).acceptable()), ids) ? silent : answerable).add(m);
        }
        Collections.shuffle(silent, random);
        List<Integer> all = new ArrayList<>(answerable);
        all.addAll(silent.subList(0, Math.min(cut.silent, silent.size())));
        List<Lineup> lineups = Trial.lineups(chosen, all.stream().map(m -> messages.get(m).text()).toList(), words);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < lineups.size(); i++) {
            asked.add(new Asked(all.get(i), lineups.get(i), ids));
        }
        return asked;
    }

    private Example example(Asked asked, Example.Source source) {
        Message message = messages.get(asked.message);
        Set<Long> acceptable = store.ids(message.acceptable());
        acceptable.retainAll(asked.claims);
        Set<Long> right = store.ids(message.right());
        right.retainAll(asked.claims);
        // Where only a near-duplicate is left, it is the right one.
        Set<Long> best = right.isEmpty() ? acceptable : right;
        return new Example(source, pack.folds().get(asked.message), asked.lineup, best, acceptable);
    }
}
