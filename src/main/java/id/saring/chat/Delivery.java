package id.saring.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.core.TraceId;
import id.saring.queue.GroupCommit;
import id.saring.queue.LeaseLostException;
import id.saring.queue.Work;
import id.saring.queue.WorkHandler;
import id.saring.queue.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the outgoing messages of one channel and does what the platform's answer asks for. */
final class Delivery implements WorkHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** How long to try to record that a message was sent; shorter than work may be under way. */
    private static final Duration STORE_RECOVERS = Duration.ofMinutes(1);

    private static final Duration RECORD_AGAIN = Duration.ofMillis(200);

    /** After so many doubtful tries, within some 80 minutes, somebody must look. */
    private static final int MOST_DOUBTS = 8;

    private static final int DOUBT_BASE = 4;
    private static final Duration LONGEST_DOUBT = Duration.ofMinutes(30);

    private final Gateway gateway;
    private final Pace pace;
    private final GroupCommit commits;
    private final WorkQueue queue;
    private final ChatQueues queues;
    private final Routes routes;
    private final Deliveries deliveries;
    private final MessageCodec codec;
    private final MeterRegistry meters;

    /** Sent, but not yet recorded as sent: a retry because of that must not send again. */
    private final Map<Long, Outcome> unrecorded = new ConcurrentHashMap<>();

    /**
     * How often there was no telling whether the platform took it: of each such message, for as long as it is tried.
     */
    private final Cache<Long, Integer> doubts =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofDays(1)).build();

    private record Outcome(ChatAddress to, SendResult result) {}

    Delivery(
            Gateway gateway,
            Pace pace,
            ChatQueues queues,
            Routes routes,
            Deliveries deliveries,
            MessageCodec codec) {
        this.gateway = gateway;
        this.pace = pace;
        this.queues = queues;
        this.commits = queues.commits();
        this.queue = queues.outbox(gateway.channel());
        this.routes = routes;
        this.deliveries = deliveries;
        this.codec = codec;
        this.meters = queues.meters();
    }

    @Override
    public TraceId trace(Work work) {
        return Traces.outgoing(work.key());
    }

    @Override
    public void handle(Work work) {
        Outcome outcome = unrecorded.get(work.id());
        if (outcome == null) {
            OutgoingMessage message = codec.openOutgoing(work.payload());
            Routes.Route route = routes.find(message.to());
            if (route.unreachable() != null) {
                pace.unused(1);
                commits.write(() -> {
                    queue.drop(work, "Unreachable: " + route.unreachable());
                    queues.tellUnreachable(List.of(work.key()));
                });
                return;
            }
            Duration wait = pace.claim(route.to());
            if (!wait.isZero()) {
                queue.postpone(work, wait.plusMillis(1), "Not faster than the platform allows");
                return;
            }
            outcome = new Outcome(route.to(), orGivenUp(work, send(message, route.to())));
            LOG.debug("{} said of work {}: {}", gateway.channel(), work.id(),
                    outcome.result().getClass().getSimpleName());
            switch (outcome.result()) {
                case SendResult.Sent sent -> unrecorded.put(work.id(), outcome);
                case SendResult.Wait asked -> pace.asked(route.to(), asked);
                default -> {}
            }
        } else {
            pace.unused(1);
        }
        record(work, outcome);
        unrecorded.remove(work.id());
    }

    /**
     * Records what came of it. What the platform took is recorded as soon as the store can be reached again, before the
     * lease runs out and another replica takes it for unsent.
     */
    private void record(Work work, Outcome outcome) {
        long deadline = System.nanoTime() + STORE_RECOVERS.toNanos();
        while (true) {
            try {
                settle(work, outcome);
                return;
            } catch (LeaseLostException e) {
                throw e;
            } catch (RuntimeException e) {
                boolean again = outcome.result() instanceof SendResult.Sent && System.nanoTime() < deadline;
                if (!again || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(RECORD_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Each time four times as long, so that a person whose platform never says so gets few copies of one answer. */
    private SendResult orGivenUp(Work work, SendResult result) {
        if (!(result instanceof SendResult.Wait wait) || wait.scope() != SendResult.Scope.UNSURE) {
            return result;
        }
        int times = doubts.asMap().merge(work.id(), 1, Integer::sum);
        if (times > MOST_DOUBTS) {
            doubts.invalidate(work.id());
            return new SendResult.Refused("no telling whether it was taken, " + times + " times: " + wait.reason());
        }
        Duration own = Duration.ofSeconds((long) Math.pow(DOUBT_BASE, times - 1));
        Duration delay = own.compareTo(LONGEST_DOUBT) > 0 ? LONGEST_DOUBT : own;
        return new SendResult.Wait(
                delay.compareTo(wait.delay()) > 0 ? delay : wait.delay(), wait.reason(), SendResult.Scope.UNSURE);
    }

    private void settle(Work work, Outcome outcome) {
        ChatAddress to = outcome.to();
        commits.write(() -> {
            switch (outcome.result()) {
                case SendResult.Sent sent -> {
                    deliveries.add(work, to, Deliveries.Status.SENT, sent.platformMessageId());
                    if (gateway.mayFailLater()) {
                        queue.provisional().done(work);
                    } else {
                        queue.done(work);
                    }
                }
                case SendResult.Wait wait -> queue.postpone(work, wait.delay(), wait.reason());
                case SendResult.Unreachable unreachable -> {
                    String reason = "Unreachable: " + unreachable.reason();
                    routes.block(to, unreachable.reason());
                    deliveries.add(work, to, Deliveries.Status.UNREACHABLE, null);
                    queue.drop(work, reason);
                    queues.unreachable(gateway.channel(), work.orderKey(), List.of(work.key()), reason);
                }
                case SendResult.Refused refused -> {
                    deliveries.add(work, to, Deliveries.Status.REFUSED, null);
                    queue.bury(work, "Refused: " + refused.reason());
                }
                // Taken again at once and sent to the new address, as all that follows.
                case SendResult.Moved moved -> {
                    routes.move(to, moved.to(), queue.now());
                    queue.postpone(work, Duration.ZERO, "Moved");
                }
            }
        });
    }

    private SendResult send(OutgoingMessage message, ChatAddress to) {
        Timer.Sample sample = Timer.start(meters);
        OutgoingMessage addressed = to.equals(message.to()) ? message : message.readdressed(to);
        SendResult result = routes.isWithinWindow(to) ? gateway.send(addressed) : gateway.sendOutsideWindow(addressed);
        sample.stop(Timer.builder("saring.chat.sending")
                .description("Sending a message to the platform")
                .tag("channel", to.channel().name())
                .tag("result", result.getClass().getSimpleName())
                .register(meters));
        return result;
    }
}
