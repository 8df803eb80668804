package id.saring.queue;

import id.saring.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Merges writes handed in at the same time into one transaction, because a commit costs far more than the statements in
 * it. A caller waits until its write is on disk. A write runs on another thread than its caller's; one that fails does
 * not hinder the others, which are run again without it, so writes must do nothing but write to the store.
 */
public final class GroupCommit implements AutoCloseable {
    /** Bounds how long the first write of a group waits for the last. */
    private static final int MAX_GROUP = 256;

    private final Database database;
    private final BlockingQueue<Entry<?>> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    /** One group after the other, as suits a store with one writer. */
    public GroupCommit(Database database) {
        this(database, 1);
    }

    /** @param atOnce how many groups may be written at once; what is handed in together may then be parted */
    public GroupCommit(Database database, int atOnce) {
        this.database = database;
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
        if (database.inTransaction()) {
            return write.get();
        }
        Entry<T> entry = new Entry<>(write);
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
            List<Entry<?>> group = new ArrayList<>();
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts a committer", e);
            }
            waiting.drainTo(group, MAX_GROUP - 1);
            commit(group);
        }
        wakeOne();
    }

    /** Wakes a committer that waits, if any; an interrupt could hit one in the middle of a commit. */
    private void wakeOne() {
        waiting.add(new Entry<>(() -> true));
    }

    private void commit(List<Entry<?>> group) {
        try {
            database.transact(() -> group.forEach(Entry::run));
        } catch (CannotCreateTransactionException e) {
            // No write has run, so none is at fault; to try each by itself would let all wait for the store one by one.
            group.forEach(entry -> entry.result.completeExceptionally(e));
            return;
        } catch (Throwable e) {
            if (group.size() == 1) {
                group.getFirst().result.completeExceptionally(e);
            } else {
                group.forEach(entry -> commit(List.of(entry)));
            }
            return;
        }
        group.forEach(Entry::complete);
    }

    private static final class Entry<T> {
        private final Supplier<T> write;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T value;

        Entry(Supplier<T> write) {
            this.write = write;
        }

        void run() {
            value = write.get();
        }

        void complete() {
            result.complete(value);
        }
    }
}
