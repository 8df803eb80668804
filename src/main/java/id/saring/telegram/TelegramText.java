package id.saring.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** A message's text as a person means it: its caption if it is a picture, and the addresses hidden behind words. */
final class TelegramText {
    private static final Pattern ADDRESSED = Pattern.compile("(/\\w{1,32})@(\\w+)(.*)", Pattern.DOTALL);

    private TelegramText() {}

    static Optional<String> of(Message message) {
        @Nullable String text = message.getText();
        if (text != null) {
            return visible(text, message.getEntities());
        }
        @Nullable String caption = message.getCaption();
        return caption == null ? Optional.empty() : visible(caption, message.getCaptionEntities());
    }

    /**
     * Takes the bot's name out of a command such as {@code /start@SaringBot}, which people in groups write.
     *
     * @return empty if another bot is meant
     */
    static Optional<String> withoutName(String text, @Nullable String botName) {
        Matcher addressed = ADDRESSED.matcher(text);
        if (!addressed.matches()) {
            return Optional.of(text);
        }
        boolean ours = botName == null || lower(addressed.group(2)).equals(lower(botName));
        return ours ? Optional.of(addressed.group(1) + addressed.group(3)) : Optional.empty();
    }

    private static Optional<String> visible(String text, @Nullable List<MessageEntity> entities) {
        StringBuilder all = new StringBuilder(text);
        for (MessageEntity entity : entities == null ? List.<MessageEntity>of() : entities) {
            @Nullable String url = entity.getUrl();
            if (url != null && all.indexOf(url) < 0) {
                all.append('\n').append(url);
            }
        }
        return text.isBlank() ? Optional.empty() : Optional.of(all.toString());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
