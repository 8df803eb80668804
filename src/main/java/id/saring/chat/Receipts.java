package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.TraceId;
import id.saring.queue.ProvisionalWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where channels hand in what platforms tell later of messages sent. It is acted on, on disk, when the call returns.
 */
public final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    /** A platform may tell of a failure before we have written down that it took the message. */
    private static final Duration BEING_RECORDED = Duration.ofSeconds(30);

    private final ChatQueues queues;
    private final Deliveries deliveries;
    private final Routes routes;
    private final ChatKeys keys;
    private final Clock clock;
    private final Map<Channel, BiConsumer<ChatAddress, SendResult.Wait>> slowing = new ConcurrentHashMap<>();

    /** @param failures those told of for the first time */
    private record Noted(boolean allKnown, List<Receipt.Failed> failures) {}

    Receipts(ChatQueues queues, Deliveries deliveries, Routes routes, ChatKeys keys, Clock clock) {
        this.queues = queues;
        this.deliveries = deliveries;
        this.routes = routes;
        this.keys = keys;
        this.clock = clock;
    }

    /** Has {@code listener} told when a platform says later that it wants us to wait, and who was being written to. */
    void onWait(Channel channel, BiConsumer<ChatAddress, SendResult.Wait> listener) {
        slowing.put(channel, listener);
    }

    /**
     * Records the receipts in one commit. A message that failed is sent again, given up or made a dead letter, as its
     * receipt asks; receipts of messages that are not ours do nothing.
     *
     * @return false if one tells of a fresh failure of a message not known yet: let the platform deliver it once more
     */
    public boolean accept(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return true;
        }
        Noted noted = queues.commits().writeFirst(() -> {
            boolean allKnown = true;
            List<Receipt.Failed> failures = new ArrayList<>();
            for (Receipt receipt : receipts) {
                allKnown &= note(receipt, failures);
            }
            return new Noted(allKnown, failures);
        });
        noted.failures().forEach(this::slowDown);
        return noted.allKnown();
    }

    private void slowDown(Receipt.Failed failed) {
        BiConsumer<ChatAddress, SendResult.Wait> listener = slowing.get(failed.to().channel());
        if (listener != null && failed.asks() instanceof SendResult.Wait wait) {
            listener.accept(failed.to(), wait);
        }
    }

    private boolean note(Receipt receipt, List<Receipt.Failed> failures) {
        Channel channel = receipt.channel();
        String message = keys.platformMessage(channel, receipt.platformMessageId());
        Optional<Deliveries.Sending> sending = deliveries.report(message, receipt.news());
        try (TraceId.Scope marked = sending.map(of -> Traces.outgoing(of.key()).open()).orElse(() -> {})) {
            LOG.debug("{} tells later: {}", channel, receipt.news().getClass().getSimpleName());
            return act(receipt, message, sending, failures);
        }
    }

    /** Returns whether the message it tells of is known. */
    private boolean act(
            Receipt receipt, String message, Optional<Deliveries.Sending> sending, List<Receipt.Failed> failures) {
        Channel channel = receipt.channel();
        ProvisionalWork sent = queues.outbox(channel).provisional();
        if (receipt.news() instanceof Receipt.Failed failed) {
            // Told again, and so not news, it must not slow us down once more.
            sending.ifPresent(of -> {
                failed(of, failed.asks(), sent, receipt);
                failures.add(failed);
            });
            return sending.isPresent() || deliveries.isKnown(message) || !isFresh(receipt);
        }
        sending.ifPresent(of -> sent.confirm(of.key()));
        return true;
    }

    private void failed(Deliveries.Sending sending, SendResult asks, ProvisionalWork sent, Receipt receipt) {
        switch (asks) {
            case SendResult.Wait wait -> sent.retry(sending.key(), wait.delay(), "Failed later: " + wait.reason());
            case SendResult.Unreachable unreachable -> {
                String reason = "Unreachable: " + unreachable.reason();
                sent.drop(sending.key(), reason);
                // Who has written since can be written to, whatever was the matter before.
                if (!routes.heardSince(sending.chat(), receipt.at())) {
                    routes.block(sending.chat(), unreachable.reason());
                    queues.unreachable(receipt.channel(), sending.chat(), List.of(sending.key()), reason);
                } else {
                    queues.tellUnreachable(List.of(sending.key()));
                }
            }
            case SendResult.Refused refused -> sent.bury(sending.key(), "Refused later: " + refused.reason());
            case SendResult.Moved moved -> sent.retry(sending.key(), Duration.ZERO, "Moved");
            case SendResult.Sent again -> sent.confirm(sending.key());
        }
    }

    private boolean isFresh(Receipt receipt) {
        return receipt.at().plus(BEING_RECORDED).isAfter(clock.instant());
    }
}
