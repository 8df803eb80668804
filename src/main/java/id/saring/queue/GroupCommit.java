package id.saring.queue;

import id.saring.db.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Merges writes handed in at the same time into one transaction, because a commit costs far more than the statements in
 * it. A caller waits until its write is on disk. A write runs on another thread than its caller's; one that fails does
 * not hinder the others, which are run again without it, so writes must do nothing but write to the store.
 *
 * <p>A group takes what is handed in while it is being written, for a moment only, so that who waits to hear that
 * something is stored never waits for all that is to be done besides.
 */
public final class GroupCommit implements AutoCloseable {
    /** Bounds how much is run again one by one if a write of a group fails. */
    private static final int MAX_GROUP = 256;

    /** How long a group grows: long beside a commit of one or two milliseconds, short for somebody who waits. */
    private static final Duration GROWING = Duration.ofMillis(15);

    /** What has waited this much longer goes before what goes first: no flood keeps answers from being written. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final Database database;
    private final Duration growing;
    private final Duration headStart;
    private final BlockingQueue<Entry<?>> waiting = new PriorityBlockingQueue<>();
    private final AtomicLong handedIn = new AtomicLong();
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    /** One group after the other, as suits a store with one writer. */
    public GroupCommit(Database database) {
        this(database, 1);
    }

    /** @param atOnce how many groups may be written at once; what is handed in together may then be parted */
    public GroupCommit(Database database, int atOnce) {
        this(database, atOnce, GROWING, HEAD_START);
    }

    GroupCommit(Database database, int atOnce, Duration growing, Duration headStart) {
        this.database = database;
        this.growing = growing;
        this.headStart = headStart;
        for (int i = 0; i < atOnce; i++) {
            // Platform threads: a commit may block in native code, which would hold up a carrier of virtual threads.
            committers.add(Thread.ofPlatform().daemon().name("group-commit").start(this::commitGroups));
        }
    }

    /**
     * Runs {@code write} and returns once it is committed; within a transaction it becomes part of that one instead.
     *
     * @throws IllegalStateException if closed
     */
    public <T> T write(Supplier<T> write) {
        return write(write, Duration.ZERO);
    }

    /** As {@link #write(Supplier)}, but before what others wait for: for what somebody outside waits to hear of. */
    public <T> T writeFirst(Supplier<T> write) {
        return write(write, headStart);
    }

    private <T> T write(Supplier<T> write, Duration before) {
        if (database.inTransaction()) {
            return write.get();
        }
        Entry<T> entry = entry(write, before);
        waiting.add(entry);
        if (closed && waiting.remove(entry)) {
            throw new IllegalStateException("The store is being closed");
        }
        try {
            // Not interruptible: an interrupted caller could not tell whether its write was committed.
            return entry.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public void write(Runnable write) {
        write(() -> {
            write.run();
            return true;
        });
    }

    /** Commits what was handed in and ends. */
    @Override
    public void close() {
        closed = true;
        // Who ends wakes the next.
        wakeOne();
        try {
            for (Thread committer : committers) {
                committer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many writes wait for the next commit. */
    int waiting() {
        return waiting.size();
    }

    private void commitGroups() {
        while (!closed || !waiting.isEmpty()) {
            try {
                commitGroup(waiting.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts a committer", e);
            }
        }
        wakeOne();
    }

    /** Wakes a committer that waits, if any; an interrupt could hit one in the middle of a commit. */
    private void wakeOne() {
        waiting.add(entry(() -> true, Duration.ZERO));
    }

    private <T> Entry<T> entry(Supplier<T> write, Duration before) {
        return new Entry<>(write, System.nanoTime() - before.toNanos(), handedIn.incrementAndGet());
    }

    /** Writes {@code first} and what waits behind it, or is handed in meanwhile, as long as a group grows. */
    private void commitGroup(Entry<?> first) {
        List<Entry<?>> group = new ArrayList<>();
        long began = System.nanoTime();
        try {
            database.transact(() -> {
                for (Entry<?> next = first; next != null; next = isFull(group, began) ? null : waiting.poll()) {
                    group.add(next);
                    next.run();
                }
            });
        } catch (CannotCreateTransactionException e) {
            // No write has run, so none is at fault; to try each by itself would let all wait for the store one by one.
            group.add(first);
            waiting.drainTo(group, MAX_GROUP - 1);
            group.forEach(entry -> entry.result.completeExceptionally(e));
            return;
        } catch (Throwable e) {
            commitAlone(group, e);
            return;
        }
        group.forEach(Entry::complete);
    }

    private boolean isFull(List<Entry<?>> group, long began) {
        return group.size() == MAX_GROUP || System.nanoTime() - began >= growing.toNanos();
    }

    /** What {@code failed} as a group is written one by one, but for a write that failed by itself. */
    private void commitAlone(List<Entry<?>> group, Throwable failed) {
        if (group.size() == 1) {
            group.getFirst().result.completeExceptionally(failed);
            return;
        }
        for (Entry<?> entry : group) {
            try {
                database.transact(entry::run);
                entry.complete();
            } catch (Throwable e) {
                entry.result.completeExceptionally(e);
            }
        }
    }

    private static final class Entry<T> implements Comparable<Entry<?>> {
        private final Supplier<T> write;
        private final long turn;
        private final long number;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T value;

        Entry(Supplier<T> write, long turn, long number) {
            this.write = write;
            this.turn = turn;
            this.number = number;
        }

        @Override
        public int compareTo(Entry<?> other) {
            return turn == other.turn ? Long.compare(number, other.number) : Long.signum(turn - other.turn);
        }

        void run() {
            value = write.get();
        }

        void complete() {
            result.complete(value);
        }
    }
}
