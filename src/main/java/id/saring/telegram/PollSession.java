package id.saring.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.saring.chat.Patience;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * One session of the library and the thread it polls on. A session that failed to start or died is of no more use; the
 * next try gets a new one. Never log it: the library's session prints the token.
 */
final class PollSession implements LongPollingUpdateConsumer {
    private static final long SECONDS_TO_STORE = 5;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(TelegramHttp.daemons("telegram-poll"));
    private final ReentrantLock consuming = new ReentrantLock();
    private final TelegramHttp http;
    private final Consumer<List<Update>> consumer;
    private final BotSession session;
    private volatile boolean closing;

    /** Instead of the library's own, which sleeps 15 minutes at a time after 15 minutes of outage. */
    private record Waits(Patience patience) implements BackOff {
        @Override
        public void reset() {
            patience.reset();
        }

        @Override
        public long nextBackOffMillis() {
            return patience.next().toMillis();
        }
    }

    PollSession(
            TelegramSettings settings,
            TelegramHttp http,
            Patience patience,
            UpdateStream stream,
            Consumer<List<Update>> consumer) {
        this.http = http;
        this.consumer = consumer;
        this.session = new BotSession(
                new ObjectMapper(),
                http.client(),
                thread,
                settings.botToken(),
                settings::telegramUrl,
                stream,
                () -> new Waits(patience),
                this);
    }

    /** @throws TelegramApiException if Telegram does not answer or refuses; close it then as well */
    void start() throws TelegramApiException {
        session.start();
    }

    /** Whether polling has ended without being asked to, which the library's {@code isRunning} does not tell. */
    boolean isDead() {
        Future<?> polling = session.getRunningPolling();
        return !closing && polling != null && polling.isDone();
    }

    /**
     * Runs on the polling thread; the batch counts as received when it returns. An exception out of here would end
     * polling for ever, without a word.
     */
    @Override
    public void consume(List<Update> updates) {
        consuming.lock();
        try {
            if (!closing) {
                consumer.accept(updates);
            }
        } finally {
            consuming.unlock();
        }
    }

    /** Cuts the open poll, waits shortly for a batch that is just being stored, and ends the thread. */
    @Override
    public void close() {
        if (closing) {
            return; // the library closes its consumer, which is this
        }
        closing = true;
        session.stop();
        http.cancelAll();
        try {
            if (consuming.tryLock(SECONDS_TO_STORE, TimeUnit.SECONDS)) {
                consuming.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
