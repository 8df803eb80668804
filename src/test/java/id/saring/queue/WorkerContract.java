package id.saring.queue;

import static id.saring.queue.WorkQueueContract.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How work is done on every database. */
abstract class WorkerContract {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final WorkerSettings SETTINGS = settings(8, NEVER);

    @RegisterExtension
    final TestStore store;

    private final List<Worker> workers = new ArrayList<>();
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private QueueFixture fixture;
    private SettableClock clock;
    private Database database;
    private WorkQueue queue;

    WorkerContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        fixture = new QueueFixture(store);
        clock = fixture.clock;
        database = fixture.database;
        queue = fixture.queue;
    }

    @AfterEach
    void close() {
        workers.forEach(worker -> worker.stop(Duration.ZERO));
        fixture.close();
    }

    @Test
    void added_work_wakes_the_worker_without_a_poll() {
        start(SETTINGS, this::finish);
        queue.add(List.of(work("a", "chat")));
        await().untilAsserted(() -> assertThat(handled).containsExactly("a"));
    }

    @Test
    void work_of_one_key_is_done_in_order_and_never_side_by_side() {
        Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
        AtomicInteger collisions = new AtomicInteger();
        Map<String, List<String>> order = new ConcurrentHashMap<>();
        WorkHandler handler = work -> {
            AtomicInteger now = underWay.computeIfAbsent(work.orderKey(), key -> new AtomicInteger());
            if (now.incrementAndGet() > 1) {
                collisions.incrementAndGet();
            }
            order.computeIfAbsent(work.orderKey(), key -> Collections.synchronizedList(new ArrayList<>()))
                    .add(work.key());
            Thread.yield();
            now.decrementAndGet();
            finish(work);
        };
        // Two workers on one queue, as two replicas would be.
        start(SETTINGS, handler);
        start(SETTINGS, handler);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.add(Integer.toString(i));
            for (String chat : List.of("a", "b", "c", "d")) {
                queue.add(List.of(work(chat + i, chat)));
            }
        }
        await().untilAsserted(() -> assertThat(queue.backlog().depth()).isZero());
        assertThat(collisions).hasValue(0);
        assertThat(handled).hasSize(200);
        assertThat(order).hasSize(4).allSatisfy((chat, keys) -> assertThat(keys)
                .isEqualTo(expected.stream().map(i -> chat + i).toList()));
    }

    @Test
    void keys_are_worked_on_side_by_side_up_to_the_limit() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        start(settings(3, NEVER), work -> {
            underWay.incrementAndGet();
            awaitLatch(hold);
            finish(work);
        });
        queue.add(List.of(work("a", "1"), work("b", "2"), work("c", "3"), work("d", "4")));
        await().untilAsserted(() -> assertThat(underWay).hasValue(3));
        // Woken again, it still has no room for the fourth.
        queue.add(List.of(work("e", "5")));
        assertThat(queue.take(10, Duration.ofMinutes(1))).extracting(Work::key).containsExactly("d", "e");
        hold.countDown();
        await().untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder("a", "b", "c"));
    }

    @Test
    void failed_work_is_retried_with_growing_waits_and_then_buried_with_its_reason() {
        List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
        start(settings(8, Duration.ofMillis(5)), work -> {
            attempts.add(work.attempts());
            throw new IllegalStateException("cannot parse \"kata rahasia\" of 628123456789");
        });
        queue.add(List.of(work("a", "chat")));
        await().untilAsserted(() -> assertThat(state()).isEqualTo("READY 1"));
        // Half to all of 10 s after the first failure, of 20 s after the second.
        long firstWait = due() - clock.millis();
        assertThat(firstWait).isBetween(5_000L, 10_000L);
        clock.advance(Duration.ofSeconds(10));
        await().untilAsserted(() -> assertThat(state()).isEqualTo("READY 2"));
        assertThat(due() - clock.millis()).isBetween(10_000L, 20_000L);
        clock.advance(Duration.ofSeconds(20));
        await().untilAsserted(() -> assertThat(queue.deadLetters().count()).isEqualTo(1));

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(queue.deadLetters().latest(1).getFirst().reason())
                .startsWith("IllegalStateException: cannot parse … of … (WorkerContract.java:");
    }

    @Test
    void work_that_takes_its_process_down_each_time_is_buried_in_the_end() {
        queue.add(List.of(work("a", "chat")));
        for (int i = 0; i < SETTINGS.attempts(); i++) {
            assertThat(queue.take(1, SETTINGS.lease())).hasSize(1);
            clock.advance(SETTINGS.lease());
        }
        start(SETTINGS, this::finish);
        await().untilAsserted(() -> assertThat(queue.deadLetters().latest(1))
                .singleElement()
                .satisfies(dead -> assertThat(dead.reason()).contains("3 times")));
        assertThat(handled).isEmpty();
    }

    @Test
    void a_poll_finds_work_whose_lease_ran_out() {
        queue.add(List.of(work("a", "chat")));
        queue.take(1, Duration.ofSeconds(30));
        start(settings(8, Duration.ofMillis(5)), this::finish);
        clock.advance(Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(handled).containsExactly("a"));
    }

    @Test
    void work_under_way_keeps_its_lease_and_work_that_hangs_loses_it() {
        CountDownLatch hold = new CountDownLatch(1);
        WorkHandler slow = work -> {
            awaitLatch(hold);
            finish(work);
        };
        start(settings(8, Duration.ofMillis(5)), slow);
        queue.add(List.of(work("a", "chat")));
        await().until(() -> state().equals("LEASED 1"));
        assertThat(due() - clock.millis()).isEqualTo(15_000);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(6));
            await().until(() -> due() - clock.millis() == 15_000);
        }
        clock.advance(Duration.ofHours(-1));
        await().until(() -> due() - clock.millis() == 15_000);
        assertThat(queue.take(1, Duration.ofSeconds(1))).isEmpty();
        hold.countDown();
        await().untilAsserted(() -> assertThat(handled).containsExactly("a"));

        WorkQueue other = fixture.queue("other");
        Worker hangs = new Worker(
                other,
                new WorkerSettings(
                        1, Duration.ofMillis(50), Duration.ofMillis(5), 3, Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                work -> awaitLatch(new CountDownLatch(1)),
                new Random(7));
        workers.add(hangs);
        hangs.start();
        other.add(List.of(work("b", "chat")));
        await().until(() -> {
            clock.advance(Duration.ofMillis(50));
            return other.take(1, Duration.ofMinutes(1)).size() == 1;
        });
    }

    @Test
    void what_is_not_admitted_is_left_in_the_queue_until_it_is() {
        AtomicInteger tokens = new AtomicInteger(2);
        Throttle throttle = new Throttle() {
            @Override
            public int admit(int wanted) {
                return Math.min(wanted, tokens.getAndUpdate(has -> has - Math.min(has, wanted)));
            }

            @Override
            public void unused(int admitted) {
                tokens.addAndGet(admitted);
            }

            @Override
            public Duration untilNext() {
                return Duration.ofMillis(5);
            }
        };
        Worker worker = new Worker(queue, SETTINGS, this::finish, new Random(7), throttle);
        workers.add(worker);
        worker.start();
        queue.add(List.of(work("a", "1"), work("b", "2"), work("c", "3"), work("d", "4")));
        await().untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder("a", "b"));
        assertThat(database.read().sql("SELECT max(attempts) FROM work WHERE state = 'READY'")
                .query(Integer.class).single())
                .isZero();
        // Nobody announces that there is room again: it is asked for.
        tokens.addAndGet(1);
        await().untilAsserted(() -> assertThat(handled).hasSize(3));
        tokens.addAndGet(5);
        await().untilAsserted(() -> assertThat(handled).hasSize(4));
        await().until(() -> tokens.get() == 4);
    }

    @Test
    void what_follows_from_giving_up_is_written_with_it_and_cannot_prevent_it() {
        WorkHandler handler = new WorkHandler() {
            @Override
            public void handle(Work work) {
                throw new IllegalStateException("no use");
            }

            @Override
            public Runnable givingUp(Work work) {
                if (work.key().equals("b")) {
                    throw new IllegalStateException("nothing follows");
                }
                return () -> fixture.queue("consequences").add(List.of(work("of " + work.key(), "chat")));
            }
        };
        start(new WorkerSettings(1, NEVER, Duration.ofMillis(5), 1, NEVER, NEVER), handler);
        queue.add(List.of(work("a", "1"), work("b", "2")));
        await().untilAsserted(() -> assertThat(queue.deadLetters().count()).isEqualTo(2));
        assertThat(fixture.queue("consequences").backlog().depth()).isEqualTo(1);
    }

    @Test
    void stopping_lets_work_end_and_takes_no_more() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        Worker worker = start(settings(1, NEVER), work -> {
            begun.countDown();
            awaitLatch(hold);
            finish(work);
        });
        queue.add(List.of(work("a", "1"), work("b", "2")));
        begun.await();
        Thread stopping = Thread.startVirtualThread(() -> worker.stop(Duration.ofMinutes(1)));
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        hold.countDown();
        stopping.join();
        assertThat(handled).containsExactly("a");
        assertThat(queue.take(10, Duration.ofMinutes(1))).extracting(Work::key).containsExactly("b");
    }

    @Test
    void work_that_does_not_end_in_time_is_interrupted_and_given_back_uncounted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Worker worker = start(SETTINGS, work -> {
            begun.countDown();
            awaitLatch(new CountDownLatch(1));
        });
        queue.add(List.of(work("a", "1")));
        begun.await();
        worker.stop(Duration.ofMillis(10));
        assertThat(queue.take(10, Duration.ofMinutes(1)))
                .singleElement()
                .satisfies(work -> assertThat(work.attempts()).isEqualTo(1));
    }

    @Test
    void retry_waits_double_up_to_the_longest_and_are_spread() {
        WorkerSettings settings =
                new WorkerSettings(1, NEVER, NEVER, 9, Duration.ofSeconds(1), Duration.ofSeconds(60));
        Random random = new Random(1);
        assertThat(settings.retryDelay(1, random)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(settings.retryDelay(4, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(settings.retryDelay(500, random)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(settings.retryDelay(500, random)).isNotEqualTo(settings.retryDelay(500, random));
    }

    private void finish(Work work) {
        handled.add(work.key());
        queue.done(work);
    }

    private Worker start(WorkerSettings settings, WorkHandler handler) {
        Worker worker = new Worker(queue, settings, handler, new Random(7));
        workers.add(worker);
        worker.start();
        return worker;
    }

    private static WorkerSettings settings(int concurrency, Duration poll) {
        return new WorkerSettings(
                concurrency, Duration.ofSeconds(30), poll, 3, Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    private String state() {
        return database.read()
                .sql("SELECT state || ' ' || attempts FROM work")
                .query(String.class)
                .single();
    }

    private long due() {
        return database.read().sql("SELECT due_at FROM work").query(Long.class).single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
