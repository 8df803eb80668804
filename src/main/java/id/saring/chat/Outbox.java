package id.saring.chat;

import id.saring.core.Channel;
import id.saring.db.Database;
import id.saring.queue.Backlog;
import id.saring.queue.NewWork;
import id.saring.queue.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages on their way to people: stored first, sent by {@link Delivery}, in order for each chat. */
public final class Outbox {
    /** Sent in some three seconds at the rate of a Telegram bot. */
    static final int CROWD = 100;

    private final ChatQueues queues;
    private final MessageCodec codec;
    private final ChatKeys keys;

    Outbox(ChatQueues queues, MessageCodec codec, ChatKeys keys) {
        this.queues = queues;
        this.codec = codec;
        this.keys = keys;
    }

    /**
     * Stores messages that answer no incoming one, within the caller's transaction ({@link Database#transact}) if there
     * is one. They are sent once it is committed, each once, however often the same key is given.
     *
     * @param key names this sending for ever, for example {@code correction:42:3:} and the person's pseudonym
     * @return how many were new
     */
    public int send(String key, List<OutgoingMessage> messages) {
        Map<Channel, List<NewWork>> work = sealed(key, messages);
        return queues.commits().write(() -> add(work));
    }

    /**
     * Whether few enough messages wait to be sent that more would not keep an answer waiting. What waits only for its
     * next try, because its platform fails, does not count.
     */
    public boolean hasRoom() {
        return queues.outboxes().noneMatch(queue -> queue.backlog().isCrowded(CROWD));
    }

    /**
     * Stores the replies to an incoming message, runs the decision's record and marks the message done: all or nothing.
     */
    void answer(Work incoming, Decision decision) {
        // Sealed before the write: what the one thread that commits does, all wait for.
        Map<Channel, List<NewWork>> replies = sealed(incoming.key(), decision.replies());
        queues.commits().write(() -> {
            // First the record: one that erases the chat must leave the reply that says so.
            decision.record().run();
            add(replies);
            queues.inbox().done(incoming);
        });
    }

    /** Stores what is said to a message that is given up: once, even if it is revived and given up again. */
    void apologise(Work incoming, OutgoingMessage apology) {
        send(incoming.key() + Traces.APOLOGY, List.of(apology));
    }

    /**
     * Leaves an incoming message to be answered when maintenance is over. What is said to it meanwhile is said once: as
     * long as it waits, all that follows it in its chat waits behind it.
     */
    void holdBack(Work incoming, Optional<OutgoingMessage> notice) {
        Map<Channel, List<NewWork>> said = sealed(incoming.key() + ":paused", notice.stream().toList());
        queues.commits().write(() -> {
            add(said);
            queues.inbox().postpone(incoming, Maintenance.LOOK_AGAIN, Backlog.PLANNED);
        });
    }

    /** Drops what waits to be sent to a chat. */
    void dropWaiting(ChatAddress chat, String reason) {
        queues.unreachable(chat.channel(), keys.chat(chat).value(), List.of(), reason);
    }

    /** What waits to be sent to a chat, or to be answered there, waits in that it is now. */
    void moveWaiting(ChatAddress chat, ChatAddress to) {
        String key = keys.chat(chat).value();
        queues.outbox(chat.channel()).moveWaiting(key, keys.chat(to).value());
        queues.inbox().moveWaiting(key, keys.chat(to).value());
    }

    private Map<Channel, List<NewWork>> sealed(String key, List<OutgoingMessage> messages) {
        Map<Channel, List<NewWork>> work = new EnumMap<>(Channel.class);
        for (int i = 0; i < messages.size(); i++) {
            OutgoingMessage message = messages.get(i);
            work.computeIfAbsent(message.to().channel(), channel -> new ArrayList<>())
                    .add(new NewWork(Traces.part(key, i), keys.chat(message.to()).value(), codec.seal(message)));
        }
        return work;
    }

    private int add(Map<Channel, List<NewWork>> work) {
        return work.entrySet().stream()
                .mapToInt(entry -> queues.outbox(entry.getKey()).add(entry.getValue()))
                .sum();
    }
}
