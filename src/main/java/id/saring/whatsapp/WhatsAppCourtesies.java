package id.saring.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.chat.IncomingMessage;
import id.saring.rate.Allowances;
import id.saring.rate.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people that their message was read and is being answered. Nobody waits for it and nothing depends on its
 * success; when there is much to do it is left out.
 */
final class WhatsAppCourtesies {
    private static final Logger log = LoggerFactory.getLogger(WhatsAppCourtesies.class);
    private static final int AT_ONCE = 32;

    /**
     * What WhatsApp lets a number send by default, so that nobody goes without until there is more; what is beyond
     * would cost each message a second call just when there is least time for it.
     */
    static final Rate MOST = new Rate(80, Duration.ofSeconds(1), 80);

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final GraphClient client;
    private final MessageBodies bodies;
    private final SendFailures failures;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Rate most;
    private final Allowances<Boolean> shown;

    /** What is being answered already: typing shown after the answer would stand there for half a minute. */
    private final Cache<String, Boolean> answered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(FRESH)
            .executor(Runnable::run)
            .build();

    /** @param most how many are shown; the rest is left out */
    WhatsAppCourtesies(
            GraphClient client, MessageBodies bodies, SendFailures failures, Clock clock, Rate most, Ticker ticker) {
        this.client = client;
        this.bodies = bodies;
        this.failures = failures;
        this.clock = clock;
        this.most = most;
        this.shown = new Allowances<>(1, ticker);
    }

    /** Shows that these were read, unless they come late or too many come. */
    void received(List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            boolean fresh = !message.content().asksNothing() && message.sentAt().plus(FRESH).isAfter(clock.instant());
            if (fresh && failures.pause().isEmpty() && mayShow()) {
                Thread.ofVirtual().name("whatsapp-courtesy").start(() -> show(message));
            }
        }
    }

    /** Takes up one of the places that {@link #show} frees. */
    private boolean mayShow() {
        if (!free.tryAcquire()) {
            return false;
        }
        boolean may = shown.use(true, most).isZero();
        if (!may) {
            free.release();
        }
        return may;
    }

    /** The message of this id is about to be answered. */
    void answering(@Nullable String messageId) {
        if (messageId != null) {
            answered.put(messageId, true);
        }
    }

    private void show(IncomingMessage message) {
        try {
            String id = message.messageId();
            boolean typing = answered.getIfPresent(id) == null;
            WhatsAppAddress address = WhatsAppAddress.of(message.chat());
            GraphClient.Reply reply = client.post(address.number(), bodies.readMark(id, typing));
            if (!(reply instanceof GraphClient.Taken)) {
                log.debug("A read mark had no success: {}", reply.getClass().getSimpleName());
            }
        } finally {
            free.release();
        }
    }
}
