package id.saring.chat;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to a person, ready to send.
 *
 * @param replyTo    the platform's id of the message it answers, to be quoted where the platform can
 * @param verdict    the verdict it gives, for channels that can show it in colour
 * @param previewUrl the only address a platform may preview; null turns previews off
 * @param news names news sent of our own accord within its chat, so that a channel can tell a repetition; else null
 */
public record OutgoingMessage(
        ChatAddress to,
        Language language,
        RichText text,
        List<Button> buttons,
        @Nullable Verdict verdict,
        @Nullable String previewUrl,
        @Nullable String replyTo,
        @Nullable String news) {
    public OutgoingMessage {
        buttons = List.copyOf(buttons);
    }

    /** One that is no news. */
    public OutgoingMessage(
            ChatAddress to,
            Language language,
            RichText text,
            List<Button> buttons,
            @Nullable Verdict verdict,
            @Nullable String previewUrl,
            @Nullable String replyTo) {
        this(to, language, text, buttons, verdict, previewUrl, replyTo, null);
    }

    /** The same message for the chat's new address. */
    OutgoingMessage readdressed(ChatAddress address) {
        return new OutgoingMessage(address, language, text, buttons, verdict, previewUrl, replyTo, news);
    }
}
