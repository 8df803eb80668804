package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import id.saring.queue.WorkTraces;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What receiving and sending remembers of a chat, and how it forgets. Its three steps are the chat's part of erasing a
 * person; every one joins the caller's transaction and may be done again.
 */
public final class ChatMemory {
    private final ChatQueues queues;
    private final Deliveries deliveries;
    private final Routes routes;
    private final Blocks blocks;
    private final Supplier<List<Gateway>> gateways;

    ChatMemory(
            ChatQueues queues, Deliveries deliveries, Routes routes, Blocks blocks, Supplier<List<Gateway>> gateways) {
        this.blocks = blocks;
        this.queues = queues;
        this.deliveries = deliveries;
        this.routes = routes;
        this.gateways = gateways;
    }

    /** Erases what waits to be sent, what could not be done, and what the channel itself shows of the chat. */
    public void forgetWaiting(Channel channel, Pseudonym chat) {
        sent(channel, chat).dropWaiting();
        sent(channel, chat).eraseDead();
        received(chat).eraseDead();
        forgetShown(channel, chat);
    }

    /** The keys the chat had before its platform gave it another address. */
    public List<Pseudonym> before(Pseudonym chat) {
        return routes.before(chat.value()).stream().map(Pseudonym::new).toList();
    }

    /** Who is not answered is not answered under a new key either. */
    public void move(Pseudonym from, Pseudonym to) {
        blocks.move(from, to);
    }

    /** Erases what staff noted about a person. Who is blocked stays blocked. */
    public void forgetNotes(Pseudonym person) {
        blocks.forgetNote(person);
    }

    /** Erases the contents of what was sent and received. It reads all finished work, so it is nothing to wait for. */
    public void forgetDone(Channel channel, Pseudonym chat) {
        sent(channel, chat).eraseDone();
        received(chat).eraseDone();
    }

    /** Whether something is still being received from or sent to the chat. */
    public boolean isBusy(Channel channel, Pseudonym chat) {
        return sent(channel, chat).isBusy() || received(chat).isBusy();
    }

    /** Erases that there was such a chat at all, unless it has been heard of since {@code time}. */
    public void forgetTraces(Channel channel, Pseudonym chat, Instant time) {
        if (received(chat).addedSince(time)) {
            return;
        }
        sent(channel, chat).disown();
        received(chat).disown();
        deliveries.forget(chat.value());
        routes.forget(chat.value());
        forgetShown(channel, chat);
    }

    private WorkTraces sent(Channel channel, Pseudonym chat) {
        return queues.outbox(channel).traces(chat.value());
    }

    private WorkTraces received(Pseudonym chat) {
        return queues.inbox().traces(chat.value());
    }

    private void forgetShown(Channel channel, Pseudonym chat) {
        gateways.get().stream().filter(gateway -> gateway.channel() == channel)
                .forEach(gateway -> gateway.forget(chat));
    }
}
