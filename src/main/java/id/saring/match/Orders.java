package id.saring.match;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The order of candidates for each kind of message, over the features of a candidate, see {@link Trial#features}.
 *
 * @throws IllegalArgumentException if a kind has none
 */
public record Orders(Map<MessageKind, Linear> byKind) {
    public Orders {
        byKind = Map.copyOf(byKind);
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
        return new Orders(orders);
    }

    public Linear of(MessageKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
