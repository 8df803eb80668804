package id.saring.telegram;

import id.saring.chat.Patience;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Has Telegram deliver to our webhook. Starting never fails: it is tried until Telegram agrees. It stays registered
 * when this process ends, so that Telegram keeps what people write for the next; polling mode removes it.
 */
final class WebhookRegistration implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WebhookRegistration.class);

    private final TelegramSettings settings;
    private final TelegramClient client;
    private final PollTiming timing;
    private final Runnable registered;
    private final PollState state;

    private @Nullable Thread trying;

    /** @param registered what to do once Telegram has agreed */
    WebhookRegistration(
            TelegramSettings settings, TelegramClient client, PollTiming timing, Runnable registered, PollState state) {
        this.settings = settings;
        this.client = client;
        this.timing = timing;
        this.registered = registered;
        this.state = state;
    }

    @Override
    public synchronized void start() {
        if (trying == null) {
            state.started();
            trying = Thread.ofVirtual().name("telegram-webhook").start(this::keepTrying);
        }
    }

    @Override
    public synchronized void stop() {
        if (trying != null) {
            trying.interrupt();
            trying = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return trying != null;
    }

    private void keepTrying() {
        Patience patience = timing.patience();
        try {
            while (!register(patience)) {
                Thread.sleep(patience.next());
            }
            state.registered();
            log.info("Telegram delivers to the webhook");
            registered.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean register(Patience patience) throws InterruptedException {
        try {
            return client.executeAsync(new SetWebhookCall(settings.webhookUrl(), settings.webhook().secret()))
                    .get();
        } catch (ExecutionException e) {
            failed(e.getCause(), patience);
        } catch (TelegramApiException | RuntimeException e) {
            failed(e, patience);
        }
        return false;
    }

    private void failed(@Nullable Throwable cause, Patience patience) {
        if (!(cause instanceof TelegramApiRequestException refused)) {
            state.failed(Trouble.NO_ANSWER);
            return;
        }
        SendRefusal refusal = SendRefusal.of(refused);
        state.failed(
                switch (refusal.code()) {
                    case 0 -> Trouble.UNREADABLE;
                    case 400 -> Trouble.WEBHOOK;
                    default -> Trouble.ofCode(refusal.code());
                });
        Integer seconds = refusal.retryAfter();
        if (seconds != null) {
            patience.askedFor(Duration.ofSeconds(seconds));
        }
    }
}
