package id.saring.telegram;

import id.saring.chat.IncomingMessage;
import id.saring.chat.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Receives by long polling for as long as the application runs. Whatever Telegram or the network does, starting never
 * fails and polling never ends; a batch is confirmed to Telegram only after it is stored.
 */
final class TelegramPoller implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TelegramPoller.class);

    private final TelegramSettings settings;
    private final PollTiming timing;
    private final ToIntFunction<List<IncomingMessage>> inbox;
    private final TelegramUpdates updates;
    private final TelegramCourtesies courtesies;
    private final PollState state;

    private @Nullable Running running;

    /** What one start made and the next stop ends. */
    private record Running(CountDownLatch stop, TelegramHttp http, Thread thread) {}

    /** @param inbox stores the messages and says how many were new; it is called again until it does */
    TelegramPoller(
            TelegramSettings settings,
            PollTiming timing,
            ToIntFunction<List<IncomingMessage>> inbox,
            TelegramUpdates updates,
            TelegramCourtesies courtesies,
            PollState state) {
        this.settings = settings;
        this.timing = timing;
        this.inbox = inbox;
        this.updates = updates;
        this.courtesies = courtesies;
        this.state = state;
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        state.started();
        CountDownLatch stop = new CountDownLatch(1);
        Patience betweenPolls = timing.patience();
        TelegramHttp http = new TelegramHttp(
                timing.hold().plusSeconds(15), List.of(new PollWatch(state, betweenPolls)));
        Thread thread = Thread.ofPlatform()
                .name("telegram-poller")
                .daemon()
                .start(() -> keepPolling(http, betweenPolls, stop));
        running = new Running(stop, http, thread);
    }

    @Override
    public synchronized void stop() {
        Running last = running;
        if (last == null) {
            return;
        }
        last.stop().countDown();
        last.http().cancelAll();
        try {
            last.thread().join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.http().close();
        state.stopped();
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private void keepPolling(TelegramHttp http, Patience betweenPolls, CountDownLatch stop) {
        Patience betweenSessions = timing.patience();
        try {
            do {
                runSession(http, betweenPolls, betweenSessions, stop);
            } while (!elapsed(stop, betweenSessions.next()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Polls until told to stop or until the session cannot start or dies. */
    private void runSession(TelegramHttp http, Patience betweenPolls, Patience betweenSessions, CountDownLatch stop)
            throws InterruptedException {
        UpdateStream stream = new UpdateStream(state, timing.hold(), timing.gap());
        try (PollSession session = new PollSession(
                settings, http, betweenPolls, stream, batch -> receive(batch, stream, stop))) {
            session.start();
            betweenSessions.reset();
            log.info("Receiving from Telegram");
            courtesies.introduce(updates::botName);
            while (!elapsed(stop, timing.watch())) {
                if (session.isDead()) {
                    log.error("Polling ended by itself; it is begun anew");
                    return;
                }
            }
        } catch (TelegramApiException | RuntimeException | Error e) {
            // PollWatch has told why; the exception could quote the address, which holds the token
            log.debug("Could not begin to poll: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Stores a batch, and only then has it confirmed. An exception or error out of here ends the session, after which
     * a new one is given the same batch.
     */
    private void receive(List<Update> batch, UpdateStream stream, CountDownLatch stop) {
        try {
            TelegramUpdates.Batch mapped = store(batch, stream, stop);
            stream.received();
            mapped.presses().forEach(courtesies::answerPress);
        } catch (InterruptedException e) {
            // Not received: Telegram keeps it, even if the library asks once more before its session is closed.
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until the batch is read and stored: when this returns, Telegram is told that we have it. */
    private TelegramUpdates.Batch store(List<Update> batch, UpdateStream stream, CountDownLatch stop)
            throws InterruptedException {
        Patience patience = timing.patience();
        for (boolean told = false; ; told = true) {
            try {
                TelegramUpdates.Batch mapped = updates.map(batch);
                if (!mapped.messages().isEmpty() && inbox.applyAsInt(mapped.messages()) == 0) {
                    stream.broughtNothing();
                }
                return mapped;
            } catch (Throwable e) {
                // Errors too: memory that runs out may be there again in a moment.
                if (!told) {
                    log.error("Messages from Telegram could not be stored; trying until they are", e);
                }
            }
            if (elapsed(stop, patience.next())) {
                throw new InterruptedException("Stopped before the messages were stored; Telegram keeps them");
            }
        }
    }

    /** Waits; true as soon as it is time to stop. */
    private static boolean elapsed(CountDownLatch stop, Duration wait) throws InterruptedException {
        return stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
