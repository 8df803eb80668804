package id.saring.chat;

import id.saring.core.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A platform in memory: keeps what it is given and answers as told, else with success. */
class RecordingGateway implements Gateway {
    final List<OutgoingMessage> sent = Collections.synchronizedList(new ArrayList<>());
    private final Map<ChatAddress, Queue<SendResult>> results = new ConcurrentHashMap<>();
    private final Channel channel;
    private volatile SendLimits limits;
    private final AtomicLong ids = new AtomicLong(1000);

    RecordingGateway(Channel channel) {
        this.channel = channel;
    }

    /** What to answer to the next message for this chat that nothing has been told for. */
    void answer(ChatAddress chat, SendResult result) {
        results.computeIfAbsent(chat, any -> new ConcurrentLinkedQueue<>()).add(result);
    }

    /** From now on it lets nobody send faster than this. */
    void limit(SendLimits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<SendLimits> limits() {
        return Optional.ofNullable(limits);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        sent.add(message);
        Queue<SendResult> told = results.getOrDefault(message.to(), new ConcurrentLinkedQueue<>());
        SendResult next = told.poll();
        return next == null ? new SendResult.Sent("platform-" + ids.incrementAndGet()) : next;
    }

    List<String> texts() {
        return List.copyOf(sent).stream().map(message -> message.text().plainText()).toList();
    }
}
