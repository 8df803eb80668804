package id.saring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.saring.OneTry;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What merging commits promises on every database. */
@OneTry
abstract class GroupCommitContract {
    @RegisterExtension
    final TestStore store;

    private Database database;
    private GroupCommit commits;

    GroupCommitContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
        database.write().sql("CREATE TABLE note (text TEXT PRIMARY KEY)").update();
        commits = new GroupCommit(database, 1, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        commits.close();
        database.close();
    }

    @Test
    void a_write_is_on_disk_when_the_call_returns() {
        assertThat(commits.write(() -> insert("a"))).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void writes_handed_in_while_one_is_being_committed_share_the_next_commit() {
        AtomicInteger seenAfterFirstOfGroup = new AtomicInteger();
        whileOneIsBeingCommitted(20, i -> commits.write(() -> {
            if (i == 0) {
                database.afterCommit(() -> seenAfterFirstOfGroup.set(count()));
            }
            return insert("note " + i);
        }));
        assertThat(seenAfterFirstOfGroup).hasValue(20);
    }

    @Test
    void a_group_that_has_grown_long_enough_is_committed_before_others_are_written() {
        commits.close();
        commits = new GroupCommit(database, 1, Duration.ZERO, Duration.ZERO);
        List<Integer> seenAfterEach = new ArrayList<>();
        whileOneIsBeingCommitted(3, i -> commits.write(() -> {
            database.afterCommit(() -> seenAfterEach.add(count()));
            return insert("note " + i);
        }));
        assertThat(seenAfterEach).containsExactly(1, 2, 3);
    }

    @Test
    void what_somebody_outside_waits_for_goes_first_and_in_its_own_order() {
        assertThat(orderWritten()).containsExactly(1, 3, 5, 0, 2, 4);
    }

    @Test
    void what_has_waited_longer_than_the_head_start_is_not_kept_back() {
        commits.close();
        commits = new GroupCommit(database, 1, Duration.ofMinutes(1), Duration.ZERO);
        assertThat(orderWritten()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    /** Of six writes handed in one after the other, every second to go first. */
    private List<Integer> orderWritten() {
        List<Integer> order = new ArrayList<>();
        whileOneIsBeingCommitted(6, i -> {
            Supplier<Integer> write = () -> {
                order.add(i);
                return insert("note " + i);
            };
            return i % 2 == 0 ? commits.write(write) : commits.writeFirst(write);
        });
        return order;
    }

    @Test
    void a_failing_write_fails_alone_and_leaves_nothing_behind() {
        List<CompletableFuture<Integer>> results = whileOneIsBeingCommitted(10, i -> commits.write(() -> {
            int inserted = insert("note " + i);
            if (i == 4) {
                throw new IllegalArgumentException("the fifth");
            }
            return inserted;
        }));
        for (int i = 0; i < 10; i++) {
            if (i == 4) {
                assertThatThrownBy(results.get(i)::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(results.get(i)).isCompletedWithValue(1);
            }
        }
        assertThat(count()).isEqualTo(9);
    }

    @Test
    void a_write_within_a_transaction_is_part_of_it() {
        assertThatThrownBy(() -> database.transact(() -> {
                    commits.write(() -> insert("a"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(count()).isZero();
    }

    @Test
    void closing_commits_what_was_handed_in_and_takes_no_more() {
        whileOneIsBeingCommitted(3, i -> {
            if (i == 2) {
                commits.close();
                return 0;
            }
            return commits.write(() -> insert("note " + i));
        });
        assertThat(count()).isEqualTo(2);
        assertThatThrownBy(() -> commits.write(() -> insert("b"))).isInstanceOf(IllegalStateException.class);
        assertThat(count()).isEqualTo(2);
    }

    /**
     * Hands in writes 0 to {@code writes - 1} in this order while the committer is busy with another, then lets it go
     * on.
     */
    private List<CompletableFuture<Integer>> whileOneIsBeingCommitted(
            int writes, IntFunction<Integer> write) {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch handedIn = new CountDownLatch(1);
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(() -> commits.write(() -> {
                busy.countDown();
                awaitLatch(handedIn);
                return true;
            }));
            awaitLatch(busy);
            for (int i = 0; i < writes; i++) {
                int number = i;
                results.add(CompletableFuture.supplyAsync(() -> write.apply(number), executor));
                await().until(() -> commits.waiting() == number + 1);
            }
            handedIn.countDown();
        }
        return results;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int insert(String text) {
        return database.write().sql("INSERT INTO note VALUES (?)").param(text).update();
    }

    private int count() {
        return database.read().sql("SELECT count(*) FROM note").query(Integer.class).single();
    }
}
