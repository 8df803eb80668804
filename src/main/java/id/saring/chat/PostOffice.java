package id.saring.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.queue.Backlog;
import id.saring.queue.GroupCommit;
import id.saring.queue.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of the package together. */
final class PostOffice {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final RandomGenerator RANDOM = new Random();

    /** What the sending goes by: how many replicas share the rates, and the time. */
    record Pacing(IntSupplier replicas, Ticker ticker) {}

    private final ChatQueues queues;
    private final MessageCodec codec;
    private final Routes routes;
    private final Deliveries deliveries;
    private final MeterRegistry meters;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Receipts receipts;
    private final Journeys journeys;
    private final ChatKeys keys;
    private final StandingNews news;
    private final Blocks blocks;
    private final Maintenance maintenance;

    PostOffice(
            Database database,
            GroupCommit commits,
            Clock clock,
            MeterRegistry meters,
            Pseudonyms pseudonyms,
            Sealer sealer) {
        this.keys = ChatKeys.of(database, pseudonyms, clock.instant());
        this.meters = meters;
        this.queues = new ChatQueues(database, commits, clock, meters);
        this.codec = new MessageCodec(sealer);
        this.routes = new Routes(database, codec, keys, clock);
        this.deliveries = new Deliveries(database, keys, clock);
        this.inbox = new Inbox(queues.inbox(), codec, keys);
        this.outbox = new Outbox(queues, codec, keys);
        this.receipts = new Receipts(queues, deliveries, routes, keys, clock);
        this.journeys = new Journeys(database, queues);
        this.news = new StandingNews(database);
        this.blocks = new Blocks(database, news, clock);
        this.maintenance = new Maintenance(
                database, news, clock, () -> queues.inbox().hurry(Backlog.PLANNED));
    }

    Inbox inbox() {
        return inbox;
    }

    Outbox outbox() {
        return outbox;
    }

    Addresses addresses() {
        return new Addresses(codec, keys);
    }

    StandingNews news() {
        return news;
    }

    Blocks blocks() {
        return blocks;
    }

    Maintenance maintenance() {
        return maintenance;
    }

    DeadMail deadMail() {
        return new DeadMail(queues, codec, keys);
    }

    Receipts receipts() {
        return receipts;
    }

    Journeys journeys() {
        return journeys;
    }

    ChatMemory memory(Supplier<List<Gateway>> gateways) {
        return new ChatMemory(queues, deliveries, routes, blocks, gateways);
    }

    /** The person wrote, and can be written to. */
    void heard(IncomingMessage message) {
        routes.heard(message);
    }

    Reach reach(Supplier<List<Gateway>> gateways) {
        return new Reach(routes, queues, gateways);
    }

    ChatQueues queues() {
        return queues;
    }

    /** The workers in the order in which they are to stop: first what answers, then what sends the answers. */
    List<Worker> workers(
            ChatSettings settings, @Nullable IncomingHandler handler, List<Gateway> gateways, Pacing pacing) {
        List<Worker> workers = new ArrayList<>();
        if (handler == null) {
            LOG.warn("Nothing handles incoming messages; they are kept");
        } else {
            Answering answering = new Answering(handler, outbox, routes, codec, meters, maintenance);
            workers.add(new Worker(queues.inbox(), settings.inbox(), answering, RANDOM));
        }
        for (Gateway gateway : gateways) {
            Pace pace = new Pace(
                    gateway, pacing.replicas(), pacing.ticker(),
                    SlowedLines.shared(gateway.channel(), news, pacing.ticker()), meters);
            receipts.onWait(gateway.channel(), pace::asked);
            Delivery delivery = new Delivery(gateway, pace, queues, routes, deliveries, codec);
            workers.add(new Worker(queues.outbox(gateway.channel()), settings.outbox(), delivery, RANDOM, pace));
        }
        return workers;
    }

    /** Forgets finished work and deliveries older than {@code keep}. */
    void cleanUp(Duration keep) {
        queues.cleanUp(keep);
        deliveries.cleanUp(keep);
        routes.cleanUp(keep);
        blocks.cleanUp();
    }
}
