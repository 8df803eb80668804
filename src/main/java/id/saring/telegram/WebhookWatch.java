package id.saring.telegram;

import id.saring.chat.TroubleLog;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Asks Telegram once a minute how its deliveries to us go, which we cannot see when they do not arrive. */
final class WebhookWatch {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWatch.class);

    /** What was told longer ago says nothing of now; the last of it may have been missed for a while. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int LONGEST = 200;

    /**
     * What Telegram told.
     *
     * @param ours     whether it delivers to the address we gave
     * @param pending  how many updates wait for delivery
     * @param failedAt when a delivery last failed; null if none has
     * @param failure  what it says of that
     */
    record Report(Instant at, boolean ours, int pending, @Nullable Instant failedAt, @Nullable String failure) {
        /** Whether what waits has failed to be delivered since we began, and nothing has come since that. */
        boolean failing(Instant startedAt, @Nullable Instant lastDelivered) {
            return failedAt != null
                    && pending > 0
                    && failedAt.isAfter(startedAt)
                    && (lastDelivered == null || failedAt.isAfter(lastDelivered));
        }
    }

    private final TelegramClient client;
    private final URI address;
    private final Clock clock;
    private final TroubleLog<Trouble> troubles;
    private volatile @Nullable Report last;
    private volatile @Nullable Report lastButOne;

    /** @param address where Telegram is to deliver */
    WebhookWatch(TelegramClient client, URI address, Clock clock) {
        this.client = client;
        this.address = address;
        this.clock = clock;
        this.troubles = new TroubleLog<>("Asking Telegram of its deliveries", Trouble::sentence, clock);
    }

    /** Waits for no answer, so that nothing else that is done from time to time waits for it either. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void ask() {
        try {
            client.executeAsync(new GetWebhookInfo()).whenComplete((info, failure) -> {
                if (info != null) {
                    lastButOne = last;
                    last = report(info);
                    troubles.over();
                } else {
                    failed(failure);
                }
            });
        } catch (TelegramApiException | RuntimeException e) {
            LOG.debug("Telegram cannot be asked of its webhook");
        }
    }

    /** Only a refused token says something of deliveries; all else is tried again in a minute. */
    private void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TelegramApiRequestException refusal
                && Trouble.ofCode(SendRefusal.of(refusal).code()) == Trouble.UNAUTHORIZED) {
            troubles.tell(Trouble.UNAUTHORIZED);
        } else {
            LOG.debug("Telegram does not tell of its webhook");
        }
    }

    /** Why Telegram does not let us ask at all, until it does again. */
    Optional<Trouble> refused() {
        return troubles.current();
    }

    /**
     * Whether two reports running say that what waits cannot be delivered: one may be of a moment.
     *
     * @param startedAt     failures before that were not ours
     * @param lastDelivered when something came; null if nothing has
     */
    boolean failing(Instant startedAt, @Nullable Instant lastDelivered) {
        Report now = last;
        Report before = lastButOne;
        return now != null
                && before != null
                && now.failing(startedAt, lastDelivered)
                && before.failing(startedAt, lastDelivered);
    }

    /** What was told in the last minutes. */
    Optional<Report> report() {
        return Optional.ofNullable(last).filter(report -> report.at().plus(FRESH).isAfter(clock.instant()));
    }

    private Report report(WebhookInfo info) {
        Integer failedAt = info.getLastErrorDate();
        Integer pending = info.getPendingUpdatesCount();
        String failure = info.getLastErrorMessage();
        return new Report(
                clock.instant(),
                address.toString().equals(info.getUrl()),
                pending == null ? 0 : pending,
                failedAt == null ? null : Instant.ofEpochSecond(failedAt),
                failure == null || failure.length() <= LONGEST ? failure : failure.substring(0, LONGEST));
    }
}
