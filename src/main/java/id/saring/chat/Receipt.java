package id.saring.chat;

import id.saring.core.Channel;
import java.time.Instant;

/**
 * What a platform says later of a message it took. It may come twice, late and in any order.
 *
 * @param platformMessageId the id the platform gave the message when it took it
 * @param at                the platform's time
 */
public record Receipt(Channel channel, String platformMessageId, News news, Instant at) {
    public sealed interface News {}

    public record Delivered() implements News {}

    public record Read() implements News {}

    /**
     * It was not delivered.
     *
     * @param asks what to do now, as if the platform had answered so at once
     * @param to   whom it was for, as far as the platform tells; personal data, hidden by {@code toString}
     */
    public record Failed(SendResult asks, ChatAddress to) implements News {}

    @Override
    public String toString() {
        return "Receipt[" + channel + ", " + news + "]";
    }
}
