package id.saring.whatsapp;

import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.SendLimits;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends to WhatsApp and sorts its answers. Safe for use by many threads; trying again is the caller's. */
final class WhatsAppGateway implements Gateway {
    private static final int WINDOW_CLOSED = 131047;

    private final OurNumbers numbers;
    private final GraphClient client;
    private final MessageBodies bodies;
    private final SendFailures failures;
    private final WhatsAppCourtesies courtesies;
    private final WhatsAppState state;

    WhatsAppGateway(
            OurNumbers numbers,
            GraphClient client,
            MessageBodies bodies,
            SendFailures failures,
            WhatsAppCourtesies courtesies,
            WhatsAppState state) {
        this.numbers = numbers;
        this.client = client;
        this.bodies = bodies;
        this.failures = failures;
        this.courtesies = courtesies;
        this.state = state;
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public boolean mayFailLater() {
        return true;
    }

    @Override
    public Optional<SendLimits> limits() {
        return Optional.of(numbers.limits());
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        Optional<ObjectNode> body = bodies.of(message);
        if (body.isEmpty()) {
            return new SendResult.Refused("A message must have 1 to " + MessageBodies.MAX_TEXT + " characters");
        }
        courtesies.answering(message.replyTo());
        return post(message, body.get(), true);
    }

    @Override
    public boolean sendsOutsideWindow() {
        return bodies.hasTemplate();
    }

    @Override
    public SendResult sendOutsideWindow(OutgoingMessage message) {
        return bodies.hasTemplate()
                ? post(message, bodies.inTemplate(message), false)
                : failures.of(new GraphError(WINDOW_CLOSED, 0, 0), message.to());
    }

    private SendResult post(OutgoingMessage message, JsonNode body, boolean mayBeTooLate) {
        WhatsAppAddress address = WhatsAppAddress.of(message.to());
        if (!numbers.have(address)) {
            return new SendResult.Unreachable("They wrote to a number that is not ours any more");
        }
        Optional<SendResult> pause = failures.pause();
        if (pause.isPresent()) {
            return pause.get();
        }
        return switch (client.post(address.number(), body)) {
            case GraphClient.Taken taken -> {
                failures.over(message.to());
                state.sent();
                yield new SendResult.Sent(taken.messageId());
            }
            case GraphClient.NoAnswer none -> failures.noAnswer(none.nobodyThere());
            // Their clock and ours differ, or the person's last message never reached us.
            case GraphClient.Failed failed when failed.error().code() == WINDOW_CLOSED && mayBeTooLate ->
                sendOutsideWindow(message);
            case GraphClient.Failed failed -> failures.of(failed.error(), message.to());
        };
    }
}
