package id.saring.telegram;

import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Content.Forwarding;
import id.saring.chat.IncomingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Turns what Telegram tells into messages from people; all else (channel posts, bots, "title changed") is left out. */
final class TelegramUpdates {
    /** The kinds of updates we ask Telegram for. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    /** A later edit is a new thought about an old message; nobody waits for an answer to it. */
    private static final Duration EDIT_WINDOW = Duration.ofMinutes(5);

    private final Pseudonyms pseudonyms;
    private final MessageKeys keys;
    private final Clock clock;
    private final PollState state;

    /** The albums whose text was told of. */
    private final Recent<Boolean> albums = new Recent<>();
    private volatile @Nullable String botName;

    /** @param presses ids of the button presses, which Telegram wants to be told have arrived */
    record Batch(List<IncomingMessage> messages, List<String> presses) {}

    TelegramUpdates(Pseudonyms pseudonyms, Clock clock, PollState state) {
        this.pseudonyms = pseudonyms;
        this.keys = new MessageKeys(pseudonyms);
        this.clock = clock;
        this.state = state;
    }

    /** Sets the name by which people in groups call this bot. */
    void botName(String name) {
        this.botName = name;
    }

    /** Maps a batch in its order; what cannot be read is counted and left out. */
    Batch map(List<Update> updates) {
        List<IncomingMessage> messages = new ArrayList<>();
        List<String> presses = new ArrayList<>();
        Map<String, List<Message>> albumItems = new HashMap<>();
        updates.forEach(update -> albumOf(update).ifPresent(
                album -> albumItems.computeIfAbsent(album, name -> new ArrayList<>()).add(update.getMessage())));
        for (Update update : updates) {
            try {
                if (update.getCallbackQuery() != null) {
                    presses.add(update.getCallbackQuery().getId());
                }
                Optional<String> album = albumOf(update);
                if (album.isPresent()) {
                    List<Message> items = albumItems.remove(album.get());
                    Optional.ofNullable(items).flatMap(this::album).ifPresent(messages::add);
                } else {
                    single(update).ifPresent(messages::add);
                }
            } catch (RuntimeException e) {
                state.skippedUnreadable();
            }
        }
        return new Batch(List.copyOf(messages), List.copyOf(presses));
    }

    private Optional<IncomingMessage> single(Update update) {
        if (update.getMessage() != null) {
            return message(update.getMessage());
        }
        if (update.getEditedMessage() != null) {
            return edit(update.getEditedMessage());
        }
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery());
        }
        return update.getMyChatMember() == null ? Optional.empty() : reachability(update.getMyChatMember());
    }

    private Optional<IncomingMessage> message(Message message) {
        if (!fromPerson(message)) {
            return Optional.empty();
        }
        Integer number = message.getMessageId();
        Optional<String> text = TelegramText.of(message);
        if (text.isEmpty()) {
            return MessageKinds.of(message).map(kind -> incoming(message, number, new Content.Unsupported(kind)));
        }
        return text.flatMap(written -> TelegramText.withoutName(written, botName))
                .map(meant -> incoming(
                        message,
                        keys.worded(number, meant),
                        new Content.Text(meant, forwarding(message), false)));
    }

    /**
     * Edits are also told when a link preview appears; only a new text within a short time is a new question. One with
     * a text that the message had before has the key of that, so that the inbox stores one of them, whichever replica
     * it comes to.
     */
    private Optional<IncomingMessage> edit(Message message) {
        Integer edited = message.getEditDate();
        if (!fromPerson(message) || edited == null || edited - message.getDate() > EDIT_WINDOW.toSeconds()) {
            return Optional.empty();
        }
        Optional<String> text = TelegramText.of(message).flatMap(written -> TelegramText.withoutName(written, botName));
        return text.map(meant -> incoming(
                message,
                keys.worded(message.getMessageId(), meant),
                new Content.Text(meant, forwarding(message), true)));
    }

    /** An album's pictures come one by one; its text usually stands under one of them, and one answer is enough. */
    private Optional<IncomingMessage> album(List<Message> items) {
        Message first = items.get(0);
        if (!fromPerson(first)) {
            return Optional.empty();
        }
        String number = "album:" + first.getMediaGroupId();
        String text = items.stream()
                .flatMap(item -> TelegramText.of(item).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            albums.put(key(first, number), true);
            return Optional.of(incoming(first, number, new Content.Text(text, forwarding(first), false)));
        }
        if (albums.get(key(first, number)).isPresent()) {
            return Optional.empty();
        }
        // A key of its own: should the text come with a later batch, it must not be taken for the same message.
        // The same for every picture without text, so that the inbox stores one of them.
        String kind = MessageKinds.of(first).orElse("album");
        return Optional.of(incoming(first, number + ":bare", new Content.Unsupported(kind)));
    }

    private Optional<IncomingMessage> press(CallbackQuery press) {
        if (press.getMessage() == null || press.getData() == null) {
            return Optional.empty();
        }
        Content content = new Content.Press(press.getData(), title(press));
        return Optional.of(incoming(
                press.getMessage().getChat(), press.getFrom(), "press:" + press.getId(), clock.instant(), content));
    }

    private static @Nullable String title(CallbackQuery press) {
        if (!(press.getMessage() instanceof Message message) || message.getReplyMarkup() == null) {
            return null;
        }
        Stream<InlineKeyboardButton> buttons = message.getReplyMarkup().getKeyboard().stream().flatMap(List::stream);
        return buttons.filter(button -> press.getData().equals(button.getCallbackData()))
                .map(InlineKeyboardButton::getText)
                .findFirst()
                .orElse(null);
    }

    private Optional<IncomingMessage> reachability(ChatMemberUpdated change) {
        String status = change.getNewChatMember().getStatus();
        boolean told = status.equals("kicked") || status.equals("member");
        if (isGroup(change.getChat()) || !told) {
            return Optional.empty();
        }
        return Optional.of(incoming(
                change.getChat(),
                change.getFrom(),
                status + ":" + change.getDate(),
                Instant.ofEpochSecond(change.getDate()),
                new Content.Reachability(status.equals("member"))));
    }

    private IncomingMessage incoming(Message message, Object number, Content content) {
        Integer edited = message.getEditDate();
        Instant sentAt = Instant.ofEpochSecond(edited == null ? message.getDate() : edited);
        return incoming(message.getChat(), message.getFrom(), number, sentAt, content);
    }

    private IncomingMessage incoming(Chat chat, User from, Object number, Instant sentAt, Content content) {
        String address = chat.getId().toString();
        return new IncomingMessage(
                keys.of(address, number),
                new ChatAddress(Channel.TELEGRAM, address),
                pseudonyms.of(Channel.TELEGRAM, from.getId().toString()),
                Language.of(from.getLanguageCode()).orElse(null),
                sentAt,
                isGroup(chat),
                content);
    }

    private String key(Message message, Object number) {
        return keys.of(message.getChat().getId().toString(), number);
    }

    private static Optional<String> albumOf(Update update) {
        Message message = update.getMessage();
        return message == null || message.getChat() == null || message.getMediaGroupId() == null
                ? Optional.empty()
                : Optional.of(message.getChat().getId() + "/" + message.getMediaGroupId());
    }

    private static Forwarding forwarding(Message message) {
        return message.getForwardOrigin() == null ? Forwarding.NONE : Forwarding.FORWARDED;
    }

    private static boolean isGroup(Chat chat) {
        return !chat.getType().equals("private");
    }

    private static boolean fromPerson(Message message) {
        return message.getFrom() != null
                && !message.getFrom().getIsBot()
                && !Boolean.TRUE.equals(message.getIsAutomaticForward());
    }
}
