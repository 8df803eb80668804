package id.saring.reply;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import id.saring.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply in words, short enough for its channel.
 *
 * @param verdict    the verdict it gives, if it gives one
 * @param previewUrl the only address a platform may preview; null turns previews off
 */
public record RenderedReply(
        RichText text, List<Button> buttons, @Nullable Verdict verdict, @Nullable String previewUrl) {
    public RenderedReply {
        buttons = List.copyOf(buttons);
    }
}
