package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.match.Lineup;
import id.saring.match.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Cuts small stores out of a pack's store and measures its messages there. A new installation has few claims; what a score
 * means there is to be learnt too.
 */
final class SmallStores {
    /**
     * A size to cut.
     *
     * @param silent at most so many messages whose claim was not cut are asked too
     */
    private record Cut(int claims, int times, int silent) {}

    private static final List<Cut> CUTS = List.of(
            new Cut(5, 20, 15), new Cut(20, 20, 40), new Cut(150, 3, 500), new Cut(500, 1, 500), new Cut(1_500, 1, 800));

    /** A store less than so many times as large as the cut is small enough itself. */
    private static final int WORTHWHILE = 3;

    private final TrialPack pack;
    private final List<Message> messages;
    private final TrialStore store;

    SmallStores(TrialPack pack) {
        this.pack = pack;
        this.messages = pack.pack().messages();
        this.store = pack.store();
    }

    List<Example> measure(Random random) {
        List<Example> examples = new ArrayList<>();
        List<Claim> claims = new ArrayList<>(store.byKey().values());
        claims.sort(Comparator.comparingLong(claim -> claim.id().value()));
        for (Cut cut : CUTS) {
            for (int i = 0; i < cut.times && claims.size() >= WORTHWHILE * cut.claims; i++) {
                examples.addAll(measure(cut, claims, random, i));
            }
        }
        return examples;
    }

    private List<Example> measure(Cut cut, List<Claim> claims, Random random, int number) {
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        List<Claim> chosen = shuffled.subList(0, cut.claims);
        Set<Long> ids = new HashSet<>();
        chosen.forEach(claim -> ids.add(claim.id().value()));
        List<Integer> asked = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            (Collections.disjoint(store.ids(messages.get(m).acceptable()), ids) ? silent : asked).add(m);
        }
        Collections.shuffle(silent, random);
        asked.addAll(silent.subList(0, Math.min(cut.silent, silent.size())));
        List<Lineup> lineups = Trial.lineups(chosen, asked.stream().map(m -> messages.get(m).text()).toList());
        Example.Source source =
                new Example.Source("%s/%d-%d".formatted(pack.pack().name(), cut.claims, number), asked.size(), pack.decides());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Message message = messages.get(asked.get(i));
            Set<Long> acceptable = store.ids(message.acceptable());
            acceptable.retainAll(ids);
            Set<Long> right = store.ids(message.right());
            right.retainAll(ids);
            // Where only a near-duplicate is left, it is the right one.
            examples.add(new Example(
                    source, pack.folds().get(asked.get(i)), lineups.get(i), right.isEmpty() ? acceptable : right, acceptable));
        }
        return examples;
    }
}
