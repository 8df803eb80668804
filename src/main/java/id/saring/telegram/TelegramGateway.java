package id.saring.telegram;

import id.saring.chat.ChatAddress;
import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.Patience;
import id.saring.chat.SendLimits;
import id.saring.chat.SendResult;
import id.saring.chat.SendingRates;
import id.saring.chat.TroubleLog;
import id.saring.core.Channel;
import id.saring.rate.Rate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Sends to Telegram and sorts its answers. Safe for use by many threads; trying again is the caller's. */
final class TelegramGateway implements Gateway {
    /** Telegram's limit, in UTF-16 units of the text after its markup is read. */
    static final int MAX_LENGTH = 4096;

    private final TelegramClient client;
    private final MessageKeys keys;
    private final SendLimits limits;
    private final Floods floods;
    private final TroubleLog<Trouble> troubles;
    private final Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(1));

    TelegramGateway(
            TelegramClient client,
            MessageKeys keys,
            Clock clock,
            SendingRates rates,
            TroubleLog<Trouble> troubles) {
        this.client = client;
        this.keys = keys;
        this.limits = new SendLimits(
                Rate.perSecond(rates.telegramPerSecond()),
                1,
                to -> "bot",
                to -> isGroup(to) ? rates.telegramGroup() : rates.telegramChat());
        this.floods = new Floods(clock);
        this.troubles = troubles;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Optional<SendLimits> limits() {
        return Optional.of(limits);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        int length = message.text().plainText().length();
        if (length > MAX_LENGTH || message.text().plainText().isBlank()) {
            return new SendResult.Refused("A message must have 1 to " + MAX_LENGTH + " characters, not " + length);
        }
        try {
            return sendRich(message);
        } catch (IOException e) {
            boolean unsent = e instanceof ConnectException || e instanceof UnknownHostException;
            return waitFor(Trouble.NO_ANSWER, unsent ? SendResult.Scope.MESSAGE : SendResult.Scope.UNSURE);
        } catch (TelegramApiException | RuntimeException e) {
            return new SendResult.Refused("The message has not the form Telegram takes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.Wait(patience.next(), "Interrupted");
        }
    }

    private SendResult sendRich(OutgoingMessage message)
            throws TelegramApiException, IOException, InterruptedException {
        try {
            return sent(message, call(request(message, TelegramHtml.of(message.text()), ParseMode.HTML)));
        } catch (TelegramApiRequestException e) {
            SendRefusal refusal = SendRefusal.of(e);
            return refusal.isAboutMarkup() ? sendPlain(message) : refused(refusal, message.to());
        }
    }

    private SendResult sendPlain(OutgoingMessage message)
            throws TelegramApiException, IOException, InterruptedException {
        troubles.tell(Trouble.REFUSED);
        String text = TelegramHtml.plain(message.text());
        try {
            String fitting = text.length() <= MAX_LENGTH ? text : message.text().plainText();
            return sent(message, call(request(message, fitting, null)));
        } catch (TelegramApiRequestException e) {
            return refused(SendRefusal.of(e), message.to());
        }
    }

    private SendResult sent(OutgoingMessage message, Message confirmed) {
        patience.reset();
        troubles.over();
        Integer number = confirmed.getMessageId();
        return new SendResult.Sent(number == null ? null : keys.of(message.to().chat(), number));
    }

    private SendResult refused(SendRefusal refusal, ChatAddress to) {
        if (refusal.code() == 0) {
            return waitFor(Trouble.UNREADABLE, SendResult.Scope.UNSURE);
        }
        SendResult result = refusal.result(refusal.code() >= 500 ? patience.next() : Duration.ofSeconds(5));
        if (!(result instanceof SendResult.Wait wait)) {
            return result;
        }
        troubles.tell(Trouble.ofCode(refusal.code()));
        return new SendResult.Wait(wait.delay(), wait.reason(), scope(refusal, to, wait.delay()));
    }

    private SendResult.Scope scope(SendRefusal refusal, ChatAddress to, Duration wait) {
        if (refusal.isFlood()) {
            return floods.scope(to, wait);
        }
        if (refusal.code() >= 500) {
            // It may have been taken before the server, or a gateway before it, gave up.
            return SendResult.Scope.UNSURE;
        }
        return refusal.isAboutUs() ? SendResult.Scope.EVERYTHING : SendResult.Scope.MESSAGE;
    }

    private SendResult waitFor(Trouble trouble, SendResult.Scope scope) {
        troubles.tell(trouble);
        return new SendResult.Wait(patience.next(), trouble.sentence(), scope);
    }

    private Message call(SendMessage request) throws TelegramApiException, IOException, InterruptedException {
        try {
            return client.executeAsync(request).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TelegramApiException refused -> throw refused;
                case IOException network -> throw network;
                case null, default -> throw new IOException("The call failed", e.getCause());
            }
        }
    }

    private static SendMessage request(OutgoingMessage message, String text, @Nullable String parseMode) {
        SendMessage request = new ConfirmedMessage(message.to().chat(), text);
        request.setParseMode(parseMode);
        request.setLinkPreviewOptions(preview(message.previewUrl()));
        if (!message.buttons().isEmpty()) {
            request.setReplyMarkup(TelegramKeyboard.of(message.buttons()));
        }
        OptionalInt answered = message.replyTo() == null ? OptionalInt.empty() : MessageKeys.number(message.replyTo());
        answered.ifPresent(number -> {
            ReplyParameters reply = new ReplyParameters();
            reply.setMessageId(number);
            reply.setAllowSendingWithoutReply(true);
            request.setReplyParameters(reply);
        });
        return request;
    }

    /** Telegram's ids of groups are below zero. */
    private static boolean isGroup(ChatAddress to) {
        return to.chat().startsWith("-");
    }

    private static LinkPreviewOptions preview(@Nullable String url) {
        LinkPreviewOptions options = new LinkPreviewOptions();
        if (url == null) {
            options.setIsDisabled(true);
        } else {
            options.setUrlField(url);
        }
        return options;
    }
}
