package id.saring.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bot as a person sees it.
 *
 * @param text        without markup
 * @param rows        the labels of its buttons, row by row
 * @param replyTo     the number of the message it quotes
 * @param previewUrl  the page it previews; null if it previews none
 */
public record BotMessage(
        int number,
        String text,
        List<EntityParser.Entity> entities,
        List<List<String>> rows,
        @Nullable Integer replyTo,
        @Nullable String previewUrl) {
    /** Whether these words are a link to this address. */
    public boolean links(String words, String url) {
        return entities.stream().anyMatch(entity -> entity.tag().equals("a")
                && entity.url().equals(url)
                && text.substring(entity.offset(), entity.offset() + entity.length()).equals(words));
    }
}
