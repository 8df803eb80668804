package id.saring.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker is doing right now. Leases are short, so that others soon take over from a process that died, and kept
 * alive for as long as a piece may take. A piece that takes longer hangs, and is left to whoever takes it next.
 */
final class UnderWay {
    /** How soon others take over what a process that died was doing. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    private final WorkQueue queue;
    private final Duration longest;
    private final Duration lease;
    private final Map<Long, Piece> pieces = new ConcurrentHashMap<>();

    /** Taken again while it was still being done here. */
    private final Map<Long, Work> again = new ConcurrentHashMap<>();

    private static final class Piece {
        final Work work;
        final Thread thread;
        final long begun = System.nanoTime();
        volatile long heldUntil;

        Piece(Work work, Thread thread, long heldUntil) {
            this.work = work;
            this.thread = thread;
            this.heldUntil = heldUntil;
        }
    }

    /** @param longest how long one piece may take */
    UnderWay(WorkQueue queue, Duration longest) {
        this.queue = queue;
        this.longest = longest;
        this.lease = longest.compareTo(SIGN_OF_LIFE) < 0 ? longest : SIGN_OF_LIFE;
    }

    /** For how long to take work. */
    Duration lease() {
        return lease;
    }

    /** How often to renew leases. */
    Duration interval() {
        return lease.dividedBy(3);
    }

    void begin(Work work, Thread thread) {
        Piece piece = pieces.get(work.id());
        if (piece != null && !hangs(piece)) {
            // The clock jumped ahead, so that a lease of our own seems over. What is being done is not done twice at
            // once.
            again.put(work.id(), work);
            return;
        }
        pieces.put(work.id(), new Piece(work, thread, queue.clock().millis() + lease.toMillis()));
        thread.start();
    }

    /** The piece has come to an end. Returns the lease that was taken of it meanwhile, if one was. */
    @Nullable Work end(Work work) {
        pieces.computeIfPresent(work.id(), (id, piece) -> piece.work.equals(work) ? null : piece);
        return pieces.containsKey(work.id()) ? null : again.remove(work.id());
    }

    int size() {
        return pieces.size();
    }

    /** Keeps the leases that are running out. Those of pieces that take too long it lets go. */
    void renew() {
        long now = queue.clock().millis();
        List<Piece> due = pieces.values().stream().filter(piece -> isDue(piece, now)).toList();
        if (due.isEmpty()) {
            return;
        }
        try {
            queue.renew(due.stream().map(piece -> piece.work).toList(), lease);
            due.forEach(piece -> piece.heldUntil = now + lease.toMillis());
        } catch (RuntimeException e) {
            LOG.warn("Leases in {} could not be renewed: {}", queue.name(), Reason.of(e));
        }
    }

    /** Whether a third of its lease is over, or the clock was put back. */
    private boolean isDue(Piece piece, long now) {
        long left = piece.heldUntil - now;
        return !hangs(piece) && (left <= lease.toMillis() - interval().toMillis() || left > lease.toMillis());
    }

    private boolean hangs(Piece piece) {
        return System.nanoTime() - piece.begun > longest.toNanos();
    }

    void interrupt() {
        pieces.values().forEach(piece -> piece.thread.interrupt());
    }

    /** Waits for all to end, at most so long, and says whether they have. */
    boolean await(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!pieces.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            renew();
            Thread first = pieces.values().stream().map(piece -> piece.thread).findFirst().orElse(null);
            if (first != null) {
                first.join(Duration.ofNanos(Math.min(left, interval().toNanos())));
            }
        }
        return true;
    }
}
