package id.saring.chat;

import id.saring.queue.Work;
import id.saring.queue.WorkHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a decision made on each incoming message and hands it to the outbox. */
final class Answering implements WorkHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final IncomingHandler handler;
    private final Outbox outbox;
    private final Routes routes;
    private final MessageCodec codec;
    private final MeterRegistry meters;
    private final Maintenance maintenance;

    Answering(
            IncomingHandler handler,
            Outbox outbox,
            Routes routes,
            MessageCodec codec,
            MeterRegistry meters,
            Maintenance maintenance) {
        this.handler = handler;
        this.outbox = outbox;
        this.routes = routes;
        this.codec = codec;
        this.meters = meters;
        this.maintenance = maintenance;
    }

    @Override
    public void handle(Work work) {
        IncomingMessage message = routes.followed(codec.openIncoming(work.payload()), work.orderKey());
        Optional<Maintenance.Notice> pause = message.content().asksNothing()
                ? Optional.empty()
                : maintenance.now().filter(notice -> notice.mode() == Maintenance.Mode.PAUSE);
        if (pause.isPresent()) {
            outbox.holdBack(work, handler.whilePaused(message, pause.get()));
        } else {
            Decision decision = decide(message);
            LOG.debug("Decided on work {}: {} replies", work.id(), decision.replies().size());
            outbox.answer(work, decision);
        }
    }

    @Override
    public Runnable givingUp(Work work) {
        IncomingMessage message = routes.followed(codec.openIncoming(work.payload()), work.orderKey());
        Optional<OutgoingMessage> apology =
                message.content().asksNothing() ? Optional.empty() : handler.apologise(message);
        return () -> apology.ifPresent(said -> outbox.apologise(work, said));
    }

    private Decision decide(IncomingMessage message) {
        ChatAddress chat = message.chat();
        if (message.content() instanceof Content.Reachability reachability) {
            return new Decision(List.of(), () -> {
                if (reachability.reachable()) {
                    routes.unblock(chat);
                } else {
                    routes.block(chat, "blocked by the person");
                    outbox.dropWaiting(chat, "blocked by the person");
                }
            });
        }
        if (message.content() instanceof Content.Moved moved) {
            return moved(message, moved);
        }
        Timer.Sample sample = Timer.start(meters);
        Decision decision = handler.handle(message);
        sample.stop(Timer.builder("saring.chat.handling")
                .description("Deciding on an incoming message")
                .tag("channel", chat.channel().name())
                .register(meters));
        return new Decision(decision.replies(), () -> {
            routes.heard(message);
            decision.record().run();
        });
    }

    /** Platforms may tell of several moves in any order; in the end everything is where the person is. */
    private Decision moved(IncomingMessage message, Content.Moved moved) {
        ChatAddress chat = message.chat();
        ChatAddress to = routes.since(moved.to(), message.sentAt());
        if (to.equals(chat)) {
            return Decision.silence();
        }
        Decision decision = handler.handle(message.about(new Content.Moved(to)));
        return new Decision(List.of(), () -> {
            routes.move(chat, to, message.sentAt());
            outbox.moveWaiting(chat, to);
            decision.record().run();
        });
    }
}
