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
    private final Thread committer;
    private volatile boolean closed;

    public GroupCommit(Database database) {
        this.database = database;
        // A platform thread: a commit blocks in native code, which would hold up a carrier of virtual threads.
        this.committer = Thread.ofPlatform().daemon().name("group-commit").start(this::commitGroups);
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
        // Wakes the committer; an interrupt could hit it in the middle of a commit.
        waiting.add(new Entry<>(() -> true));
        try {
            committer.join();
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
                throw new IllegalStateException("Nobody interrupts the committer", e);
            }
            waiting.drainTo(group, MAX_GROUP - 1);
            commit(group);
        }
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
