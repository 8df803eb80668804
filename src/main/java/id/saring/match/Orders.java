package id.saring.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The order of candidates for each kind of message, over the features of a candidate, see {@link Trial#features}.
 *
 * @param byKind what a candidate is worth by itself; by that alone it is decided whether to answer
 * @param lent   what is added for what the other candidates lend it, for the kinds that gain by it
 * @throws IllegalArgumentException if a kind has none
 */
public record Orders(Map<MessageKind, Linear> byKind, Map<MessageKind, Linear> lent) {
    private static final Linear NOTHING = new Linear(List.of(), 0);

    public Orders {
        byKind = Map.copyOf(byKind);
        lent = Map.copyOf(lent);
        for (MessageKind kind : MessageKind.values()) {
            if (!byKind.containsKey(kind)) {
                throw new IllegalArgumentException("there is no order for messages of the kind " + kind.label());
            }
        }
    }

    /** One order for every kind. */
    public static Orders same(Linear order) {
        Map<MessageKind, Linear> orders = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            orders.put(kind, order);
        }
        return new Orders(orders, Map.of());
    }

    /** What is added for what the other candidates lend; nothing where nothing was fitted. */
    public Linear lentTo(MessageKind kind) {
        return lent.getOrDefault(kind, NOTHING);
    }

    /** Both sums in one. */
    Linear whole(MessageKind kind) {
        List<Linear.Input> inputs = new ArrayList<>(of(kind).inputs());
        inputs.addAll(lentTo(kind).inputs());
        return new Linear(inputs, of(kind).bias() + lentTo(kind).bias());
    }

    public Linear of(MessageKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
