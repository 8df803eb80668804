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
        IncomingMessage message = codec.openIncoming(work.payload());
        Optional<Maintenance.Notice> pause = message.content() instanceof Content.Reachability
                ? Optional.empty()
                : maintenance.now().filter(notice -> notice.mode() == Maintenance.Mode.PAUSE);
        if (pause.isPresent()) {
            LOG.debug("Work {} waits for maintenance to end", work.id());
            outbox.holdBack(work, handler.whilePaused(message, pause.get()));
        } else {
            Decision decision = decide(message);
            LOG.debug("Decided on work {}: {} replies", work.id(), decision.replies().size());
            outbox.answer(work, decision);
        }
    }

    @Override
    public Runnable givingUp(Work work) {
        IncomingMessage message = codec.openIncoming(work.payload());
        Optional<OutgoingMessage> apology =
                message.content() instanceof Content.Reachability ? Optional.empty() : handler.apologise(message);
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
}
