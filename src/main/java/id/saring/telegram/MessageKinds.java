package id.saring.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What a message without text is. One of none of these kinds is Telegram's own, such as "title changed". */
final class MessageKinds {
    /** In this order, because an animation is a document as well, and a venue a location. */
    private static final Map<String, Function<Message, @Nullable Object>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("voice", Message::getVoice);
        KINDS.put("audio", Message::getAudio);
        KINDS.put("video_note", Message::getVideoNote);
        KINDS.put("animation", Message::getAnimation);
        KINDS.put("video", Message::getVideo);
        KINDS.put("live_photo", Message::getLivePhoto);
        KINDS.put("photo", Message::getPhoto);
        KINDS.put("sticker", Message::getSticker);
        KINDS.put("document", Message::getDocument);
        KINDS.put("venue", Message::getVenue);
        KINDS.put("location", Message::getLocation);
        KINDS.put("contact", Message::getContact);
        KINDS.put("poll", Message::getPoll);
        KINDS.put("dice", Message::getDice);
        KINDS.put("game", Message::getGame);
        KINDS.put("story", Message::getStory);
        KINDS.put("paid_media", Message::getPaidMedia);
        KINDS.put("checklist", Message::getChecklist);
        KINDS.put("giveaway", Message::getGiveaway);
        KINDS.put("invoice", Message::getInvoice);
        KINDS.put("rich_message", Message::getRichMessage);
    }

    private MessageKinds() {}

    static Optional<String> of(Message message) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().apply(message) != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
