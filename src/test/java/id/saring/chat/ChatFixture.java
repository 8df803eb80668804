package id.saring.chat;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.queue.GroupCommit;
import id.saring.queue.SettableClock;
import id.saring.queue.Worker;
import id.saring.queue.WorkerSettings;
import id.saring.rate.SettableTicker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The package put together on a real store, with platforms in memory. */
final class ChatFixture implements AutoCloseable {
    static final ChatAddress CHAT = new ChatAddress(Channel.TELEGRAM, "628123456789");
    private static final WorkerSettings WORKERS = new WorkerSettings(
            8, Duration.ofSeconds(30), Duration.ofMillis(5), 3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RecordingGateway telegram = new RecordingGateway(Channel.TELEGRAM);
    final RecordingGateway web = new RecordingGateway(Channel.WEB);
    final Pseudonyms pseudonyms = new Pseudonyms(new Secret("a secret only for tests"));
    final SettableTicker ticker = new SettableTicker();
    volatile int replicas = 1;
    final Database database;
    final PostOffice office;
    private final GroupCommit commits;
    private List<Worker> workers = List.of();

    ChatFixture(TestStore store) {
        database = store.open();
        commits = new GroupCommit(database);
        office = new PostOffice(
                database, commits, clock, meters, pseudonyms, new Sealer(new Secret("a secret only for tests")));
    }

    void start(IncomingHandler handler, Gateway... more) {
        List<Gateway> gateways = new ArrayList<>(List.of(more));
        gateways.addAll(List.of(telegram, web));
        ChatSettings settings = new ChatSettings(WORKERS, WORKERS, Duration.ofSeconds(1), Duration.ofDays(14));
        workers = office.workers(settings, handler, gateways, new PostOffice.Pacing(() -> replicas, ticker));
        workers.forEach(Worker::start);
    }

    /** Answers every text with {@code re: } and the text. */
    void startEchoing(Gateway... more) {
        start(message -> new Decision(List.of(outgoing(message.chat(), "re: " + text(message))), () -> {}), more);
    }

    IncomingMessage incoming(String id, ChatAddress chat, Content content) {
        return new IncomingMessage(
                id, chat, pseudonyms.of(chat.channel(), chat.chat()), null, clock.instant(), false, content);
    }

    IncomingMessage incoming(String id, String text) {
        return incoming(id, CHAT, text(text));
    }

    static OutgoingMessage outgoing(ChatAddress to, String text) {
        return new OutgoingMessage(to, Language.ID, RichText.plain(text), List.of(), null, null, null);
    }

    static Content text(String text) {
        return new Content.Text(text, Content.Forwarding.NONE, false);
    }

    static String text(IncomingMessage message) {
        return ((Content.Text) message.content()).text();
    }

    long waiting(Channel channel) {
        return office.queues().outbox(channel).backlog().depth();
    }

    /** What the table says of outgoing work: state and reason, oldest first. */
    List<String> outgoingStates() {
        return database.read()
                .sql("SELECT state || coalesce(' ' || reason, '') FROM work WHERE queue <> 'inbox' ORDER BY id")
                .query(String.class)
                .list();
    }

    /**
     * Takes the store away in the middle of whatever is going on, as the end of the process would: nothing is given
     * back.
     */
    void crash() {
        database.close();
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.stop(Duration.ZERO));
        commits.close();
        database.close();
    }
}
