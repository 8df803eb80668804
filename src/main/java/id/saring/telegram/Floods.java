package id.saring.telegram;

import id.saring.chat.ChatAddress;
import id.saring.chat.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom Telegram's "too many requests" concerns, which it does not say: one chat is sent too much, or the bot
 * sends too much to all. It is the bot if a second chat is refused before the wait of a first one is over.
 */
final class Floods {
    private final Clock clock;
    private @Nullable ChatAddress first;
    private Instant until = Instant.MIN;

    Floods(Clock clock) {
        this.clock = clock;
    }

    synchronized SendResult.Scope scope(ChatAddress chat, Duration wait) {
        Instant now = clock.instant();
        boolean going = until.isAfter(now) && first != null && !first.equals(chat);
        if (!going) {
            first = chat;
            until = now.plus(wait);
        }
        return going ? SendResult.Scope.EVERYTHING : SendResult.Scope.CHAT;
    }
}
