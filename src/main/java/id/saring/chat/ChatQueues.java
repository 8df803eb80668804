package id.saring.chat;

import id.saring.core.Channel;
import id.saring.db.Database;
import id.saring.queue.GroupCommit;
import id.saring.queue.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The queues messages wait in: one for all that come in, one for each channel going out, so that none holds up another.
 */
final class ChatQueues {
    /** A message that failed after this long is not worth sending again. */
    private static final Duration SENT_FOR_GOOD = Duration.ofDays(1);

    private final GroupCommit commits;
    private final MeterRegistry meters;
    private final WorkQueue inbox;
    private final Map<Channel, WorkQueue> outboxes = new EnumMap<>(Channel.class);
    private final List<Consumer<List<String>>> unreachable = new CopyOnWriteArrayList<>();

    ChatQueues(Database database, GroupCommit commits, Clock clock, MeterRegistry meters) {
        this.commits = commits;
        this.meters = meters;
        this.inbox = new WorkQueue(database, commits, clock, meters, "inbox");
        for (Channel channel : Channel.values()) {
            String name = "outbox-" + channel.name().toLowerCase(Locale.ROOT);
            outboxes.put(channel, new WorkQueue(database, commits, clock, meters, name));
        }
    }

    GroupCommit commits() {
        return commits;
    }

    MeterRegistry meters() {
        return meters;
    }

    WorkQueue inbox() {
        return inbox;
    }

    WorkQueue outbox(Channel channel) {
        WorkQueue queue = outboxes.get(channel);
        if (queue == null) {
            throw new IllegalStateException("No outbox for " + channel);
        }
        return queue;
    }

    Stream<WorkQueue> outboxes() {
        return outboxes.values().stream();
    }

    /** First the one for what comes in. */
    List<WorkQueue> all() {
        return Stream.concat(Stream.of(inbox), outboxes()).toList();
    }

    void onUnreachable(Consumer<List<String>> listener) {
        unreachable.add(listener);
    }

    /** Drops what waits to be sent to a chat that cannot be written to, and tells of it and of what has failed. */
    void unreachable(Channel channel, String chat, List<String> failed, String reason) {
        List<String> keys = new ArrayList<>(failed);
        keys.addAll(outbox(channel).dropWaiting(chat, reason));
        tellUnreachable(keys);
    }

    void tellUnreachable(List<String> keys) {
        unreachable.forEach(listener -> listener.accept(keys));
    }

    /** Makes due what a process that is no more was doing. */
    void freeAbandoned() {
        inbox.freeAbandoned();
        outboxes.values().forEach(WorkQueue::freeAbandoned);
    }

    void cleanUp(Duration keep) {
        inbox.cleanUp(keep);
        for (WorkQueue queue : outboxes.values()) {
            queue.cleanUp(keep);
            queue.provisional().eraseOlder(SENT_FOR_GOOD);
        }
    }
}
