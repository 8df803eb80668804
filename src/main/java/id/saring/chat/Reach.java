package id.saring.chat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Whether chats can be written to of our own accord, and what could not be brought to them after all. */
public final class Reach {
    private final Routes routes;
    private final ChatQueues queues;
    private final Supplier<List<Gateway>> gateways;

    Reach(Routes routes, ChatQueues queues, Supplier<List<Gateway>> gateways) {
        this.routes = routes;
        this.queues = queues;
        this.gateways = gateways;
    }

    /**
     * Whether the chat can be written to now. Where it cannot, it is because it refuses us, or has not written for
     * longer than its platform lets us answer; either ends when it writes again.
     */
    public boolean canBeWrittenTo(ChatAddress chat) {
        Routes.Route route = routes.find(chat);
        return route.unreachable() == null
                && (routes.isWithinWindow(route.to())
                        || gateways.get().stream()
                                .anyMatch(gateway ->
                                        gateway.channel() == chat.channel() && gateway.sendsOutsideWindow()));
    }

    /**
     * Has {@code listener} given the keys of messages that did not reach their chat because it cannot be written to:
     * the key they were sent under, and the message's number after a sign; within the transaction that records it.
     */
    public void onUnreachable(Consumer<List<String>> listener) {
        queues.onUnreachable(listener);
    }
}
