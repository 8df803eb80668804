package id.saring.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts candidates in the order of a model. */
final class CandidateOrder {
    private final Map<MessageKind, Linear.Sum> orders = new EnumMap<>(MessageKind.class);
    private final Map<MessageKind, Linear.Sum> lent = new EnumMap<>(MessageKind.class);

    CandidateOrder(Orders orders) {
        for (MessageKind kind : MessageKind.values()) {
            this.orders.put(kind, orders.of(kind).over(Trial.features()));
            this.lent.put(kind, orders.lentTo(kind).over(Trial.features()));
        }
    }

    /** Candidates best first; equal ones by claim id, so that the order never depends on chance. */
    List<Ranked> rank(MessageKind kind, List<Candidate> candidates) {
        Linear.Sum order = Objects.requireNonNull(orders.get(kind));
        Linear.Sum added = Objects.requireNonNull(lent.get(kind));
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double own = order.of(candidate.features);
            ranked.add(new Ranked(candidate, own, own + added.of(candidate.features)));
        }
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.order())
                .thenComparing(r -> r.candidate().words.claimId()));
        return ranked;
    }
}
