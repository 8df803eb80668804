package id.saring.webchat;

import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Inbox;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import id.saring.db.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The web chat: takes what a browser sends, keeps both sides' messages for it to show, and tells it of new ones. */
public final class WebChat {
    private static final Logger LOG = LoggerFactory.getLogger(WebChat.class);
    private static final String NEWS = "saring_web_chat";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Database database;
    private final WebMessages messages;
    private final Waiters waiters;
    private final Inbox inbox;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    WebChat(
            Database database,
            WebMessages messages,
            Waiters waiters,
            Inbox inbox,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.waiters = waiters;
        this.inbox = inbox;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * Stores a person's message for answering and for showing, once for each {@code id}; durable when it returns.
     *
     * @param shown what the page shows of it: the text, or the label of the button that was pressed
     */
    void receive(ChatToken token, UUID id, Language language, Content content, String shown) {
        Pseudonym chat = chat(token);
        IncomingMessage message = new IncomingMessage(
                chat.value() + ":" + id,
                new ChatAddress(Channel.WEB, token.value()),
                chat,
                language,
                clock.instant(),
                false,
                content);
        database.transact(() -> {
            append(chat, id.toString(), WebMessage.ofPerson(id.toString(), shown));
            inbox.accept(List.of(message));
        });
    }

    /** Puts a message of ours into its chat; an answer that is put there again after a crash is there once. */
    void deliver(OutgoingMessage message) {
        Pseudonym chat = pseudonyms.of(Channel.WEB, message.to().chat());
        WebMessage shown = WebMessage.ofSaring(message, pageId(message.replyTo()));
        append(chat, deliveryId(message), shown);
    }

    /** The chat's messages after {@code seq}, in their order. */
    List<WebMessages.Numbered> after(ChatToken token, long seq) {
        return messages.after(chat(token), seq);
    }

    /** Keeps {@code answer} until there is news of the chat; the act returned ends the wait. */
    Runnable await(ChatToken token, Runnable answer) {
        Pseudonym chat = chat(token);
        waiters.enter(chat, answer);
        return () -> waiters.leave(chat, answer);
    }

    /** Wakes those who wait here for what other replicas put into their chats, until what is returned is closed. */
    AutoCloseable followOthers() {
        return database.listen(NEWS, POLL, chats -> chats.forEach(chat -> waiters.wake(new Pseudonym(chat))));
    }

    /** Deletes everything kept for this chat's browser; a part of erasing a person. */
    public void erase(Pseudonym chat) {
        messages.erase(chat);
    }

    private void append(Pseudonym chat, String id, WebMessage message) {
        if (messages.append(chat, id, message)) {
            database.afterCommit(() -> {
                waiters.wake(chat);
                tellOthers(chat);
            });
        }
    }

    private void tellOthers(Pseudonym chat) {
        try {
            database.announce(NEWS, chat.value());
        } catch (DataAccessException e) {
            // The page of a chat that waits at another replica asks again when its time is up.
            LOG.debug("Other replicas were not told of a chat's news: {}", e.getClass().getSimpleName());
        }
    }

    private Pseudonym chat(ChatToken token) {
        return pseudonyms.of(Channel.WEB, token.value());
    }

    private static @Nullable String pageId(@Nullable String messageId) {
        return messageId == null ? null : messageId.substring(messageId.indexOf(':') + 1);
    }

    /** Two equal answers to one message are one, and so is news of one name. */
    private static String deliveryId(OutgoingMessage message) {
        if (message.news() != null) {
            return "news:" + message.news();
        }
        if (message.replyTo() == null) {
            return UUID.randomUUID().toString();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((message.replyTo() + '\n' + message.text() + '\n' + message.buttons())
                    .getBytes(StandardCharsets.UTF_8));
            return "re:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
