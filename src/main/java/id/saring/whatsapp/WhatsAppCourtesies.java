package id.saring.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.chat.IncomingMessage;
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
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final GraphClient client;
    private final MessageBodies bodies;
    private final SendFailures failures;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** What is being answered already: typing shown after the answer would stand there for half a minute. */
    private final Cache<String, Boolean> answered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(FRESH)
            .build();

    WhatsAppCourtesies(GraphClient client, MessageBodies bodies, SendFailures failures, Clock clock) {
        this.client = client;
        this.bodies = bodies;
        this.failures = failures;
        this.clock = clock;
    }

    /** Shows that these were read, unless they come late. */
    void received(List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            boolean fresh = !message.content().asksNothing() && message.sentAt().plus(FRESH).isAfter(clock.instant());
            if (fresh && failures.pause().isEmpty() && free.tryAcquire()) {
                Thread.ofVirtual().name("whatsapp-courtesy").start(() -> show(message));
            }
        }
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
