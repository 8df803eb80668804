package id.saring.telegram;

import id.saring.chat.ChatAddress;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Telegram's answer to a message it does not take, told by what to do next.
 *
 * @param code        HTTP-like; 0 if the answer could not be read
 * @param description in Telegram's words, which may quote our text; for comparing, not for showing
 * @param retryAfter  seconds to wait, null if it does not say
 * @param movedTo     the chat's new id, null if it has not moved
 */
record SendRefusal(int code, String description, @Nullable Integer retryAfter, @Nullable Long movedTo) {
    /** A bad token is not mended within seconds; the messages wait for it. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private static final Duration UNSAID = Duration.ofSeconds(5);
    private static final Pattern QUOTES_AND_IDS = Pattern.compile("[\"'0-9].*", Pattern.DOTALL);
    private static final int MAX_REASON = 80;

    /** Of code 400, but about the chat and not about the message. */
    private static final List<String> NO_ACCESS = List.of(
            "chat not found",
            "peer_id_invalid",
            "user not found",
            "have no rights to send",
            "not enough rights to send",
            "chat_write_forbidden",
            "chat_restricted",
            "group chat was deactivated");

    static SendRefusal of(TelegramApiRequestException e) {
        boolean told = e.getParameters() != null;
        return new SendRefusal(
                e.getErrorCode() == null ? 0 : e.getErrorCode(),
                e.getApiResponse() == null ? "" : e.getApiResponse(),
                told ? e.getParameters().getRetryAfter() : null,
                told ? e.getParameters().getMigrateToChatId() : null);
    }

    /** Whether the markup is at fault and plain text would pass. */
    boolean isAboutMarkup() {
        return code == 400 && lower().contains("can't parse entities");
    }

    /** Whether too much is sent, to this chat or to all. */
    boolean isFlood() {
        return code == 420 || code == 429;
    }

    /** Whether it is the bot that is refused, so that every message would be. */
    boolean isAboutUs() {
        return code == 401 || code == 404;
    }

    /** @param backOff how long to wait when Telegram is at fault and does not say how long */
    SendResult result(Duration backOff) {
        if (movedTo != null) {
            return new SendResult.Moved(new ChatAddress(Channel.TELEGRAM, movedTo.toString()));
        }
        return switch (code) {
            case 400 -> NO_ACCESS.stream().anyMatch(lower()::contains)
                    ? new SendResult.Unreachable(reason())
                    : new SendResult.Refused(reason());
            case 403 -> new SendResult.Unreachable(reason());
            case 401, 404 -> new SendResult.Wait(UNTIL_MENDED, reason());
            case 420, 429 -> new SendResult.Wait(
                    retryAfter == null ? UNSAID : Duration.ofSeconds(Math.max(1, retryAfter)), reason());
            default -> code > 400 && code < 500 && code != 409
                    ? new SendResult.Refused(reason())
                    : new SendResult.Wait(backOff, reason());
        };
    }

    /** Telegram's words up to where they may begin to quote. */
    private String reason() {
        String safe = QUOTES_AND_IDS.matcher(description).replaceFirst("").strip();
        return (code + " " + safe.substring(0, Math.min(safe.length(), MAX_REASON))).strip();
    }

    private String lower() {
        return description.toLowerCase(Locale.ROOT);
    }
}
