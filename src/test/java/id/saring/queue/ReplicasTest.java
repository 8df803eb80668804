package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.db.Database;
import id.saring.db.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several replicas work on the queue of one PostgreSQL database. */
@OneTry
class ReplicasTest {
    private static final int CHATS = 40;
    private static final int MESSAGES_OF_A_CHAT = 75;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMinutes(2);

    @RegisterExtension
    final TestStore store = TestStore.postgres();

    private final SettableClock clock = new SettableClock();
    private final Set<String> chatsUnderWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger collisions = new AtomicInteger();
    private final List<Replica> replicas = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() {
        database = store.open();
        database.write()
                .sql("CREATE TABLE answer (id BIGINT GENERATED ALWAYS AS IDENTITY, chat TEXT, number BIGINT, replica TEXT)")
                .update();
    }

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
    }

    /** What one process would have: connections, commits and workers of its own. */
    private final class Replica {
        final String name;
        final Database own = store.open();
        final GroupCommit commits = new GroupCommit(own);
        final WorkQueue queue = new WorkQueue(own, commits, clock, new SimpleMeterRegistry(), "inbox");
        final Worker worker = new Worker(
                queue,
                new WorkerSettings(8, LEASE, Duration.ofMillis(20), 8, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                this::answer,
                new Random(7));
        volatile int stopAfter = Integer.MAX_VALUE;
        final AtomicInteger begun = new AtomicInteger();
        final Set<String> leases = ConcurrentHashMap.newKeySet();

        Replica(String name) {
            this.name = name;
            replicas.add(this);
        }

        void answer(Work work) {
            leases.add(work.lease());
            if (begun.incrementAndGet() > stopAfter) {
                // Holds what it has taken, says nothing, and is cut off from the store.
                own.close();
                Thread.startVirtualThread(() -> worker.stop(Duration.ZERO));
                return;
            }
            if (!chatsUnderWay.add(work.orderKey())) {
                collisions.incrementAndGet();
            }
            String number = work.key().substring(work.key().indexOf('/') + 1);
            commits.write(() -> {
                own.write().sql("INSERT INTO answer (chat, number, replica) VALUES (?, ?, ?)")
                        .params(work.orderKey(), Long.valueOf(number), name)
                        .update();
                queue.done(work);
                // Before the commit: from then on the other replica may take the chat's next.
                chatsUnderWay.remove(work.orderKey());
            });
        }

        /** Whether it has finished all that it began. */
        boolean isIdle() {
            return begun.get()
                    == database.read()
                            .sql("SELECT count(*) FROM answer WHERE replica = ?")
                            .param(name)
                            .query(Integer.class)
                            .single();
        }

        void close() {
            worker.stop(Duration.ZERO);
            commits.close();
        }
    }

    @Test
    void thousands_of_messages_are_handled_once_each_and_in_the_order_of_their_chat() {
        Replica one = new Replica("one");
        Replica two = new Replica("two");
        one.worker.start();
        two.worker.start();
        addFromBoth(one, two);

        await().atMost(SOON).until(() -> one.queue.backlog().depth() == 0);
        assertEachAnsweredOnceInOrder();
        assertThat(collisions).hasValue(0);
        assertThat(database.read().sql("SELECT count(DISTINCT replica) FROM answer").query(Integer.class).single())
                .as("both had a share in it")
                .isEqualTo(2);
    }

    @Test
    void what_a_replica_held_when_it_was_cut_off_is_answered_by_the_other_once_its_leases_run_out() {
        Replica one = new Replica("one");
        Replica two = new Replica("two");
        two.stopAfter = 100;
        one.worker.start();
        two.worker.start();
        addFromBoth(one, new Replica("only adds"));

        await().atMost(SOON).until(() -> two.begun.get() > two.stopAfter && one.isIdle() && onlyBehindOthersThan(one));
        assertThat(one.queue.backlog().depth()).isPositive();
        clock.advance(LEASE);
        await().atMost(SOON).until(() -> one.queue.backlog().depth() == 0);
        assertEachAnsweredOnceInOrder();
    }

    @Test
    void an_earlier_message_committed_late_does_not_run_beside_the_later_one() {
        Replica one = new Replica("one");
        Replica two = new Replica("two");
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch laterTaken = new CountDownLatch(1);
        // Draws the lower id, commits after the other has been taken.
        Thread earlier = Thread.startVirtualThread(() -> one.own.transact(() -> {
            one.queue.add(List.of(work("chat", 1)));
            added.countDown();
            awaitLatch(laterTaken);
        }));
        awaitLatch(added);
        two.queue.add(List.of(work("chat", 2)));
        List<Work> taken = new ArrayList<>();
        two.own.transact(() -> {
            taken.addAll(two.queue.take(8, LEASE));
            laterTaken.countDown();
            joinThread(earlier);
            // The later one is leased, which nobody else can see yet.
            assertThat(one.queue.take(8, LEASE)).isEmpty();
        });
        assertThat(taken).extracting(Work::key).containsExactly("chat/2");
        assertThat(one.queue.take(8, LEASE)).isEmpty();
        two.queue.done(taken.getFirst());
        assertThat(one.queue.take(8, LEASE)).extracting(Work::key).containsExactly("chat/1");
    }

    private void addFromBoth(Replica one, Replica two) {
        for (int number = 0; number < MESSAGES_OF_A_CHAT; number++) {
            int n = number;
            List<NewWork> batch = IntStream.range(0, CHATS).mapToObj(chat -> work("chat" + chat, n)).toList();
            (number % 2 == 0 ? one : two).queue.add(batch);
        }
    }

    /** Whether all that is left to do is held, but not by this replica, or waits behind what is. */
    private boolean onlyBehindOthersThan(Replica replica) {
        return database.read()
                .sql("""
                        SELECT count(*) FROM work w WHERE w.done_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM work h WHERE h.order_key = w.order_key AND h.done_at IS NULL
                              AND h.state = 'LEASED' AND h.lease NOT IN (:leases))""")
                .param("leases", List.copyOf(replica.leases))
                .query(Integer.class)
                .single()
                == 0;
    }

    private void assertEachAnsweredOnceInOrder() {
        List<String> answers = database.read()
                .sql("SELECT chat || '/' || number FROM answer ORDER BY chat, id")
                .query(String.class)
                .list();
        List<String> expected = IntStream.range(0, CHATS)
                .mapToObj(chat -> "chat" + chat)
                .sorted()
                .flatMap(chat -> IntStream.range(0, MESSAGES_OF_A_CHAT).mapToObj(number -> chat + "/" + number))
                .toList();
        assertThat(answers).isEqualTo(expected);
    }

    private static NewWork work(String chat, int number) {
        return new NewWork(chat + "/" + number, chat, "text".getBytes(StandardCharsets.UTF_8));
    }

    private static void joinThread(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
