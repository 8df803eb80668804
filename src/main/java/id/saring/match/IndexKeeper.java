package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.text.WebAddresses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the store: catches up at the start, applies every change before it returns to the one
 * who made it, and knows the version of the store it stands at. It can make the index anew while the old one answers.
 */
final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private static final int PROGRESS = 50_000;

    private final Claims claims;
    private final IndexPlaces places;
    private final LongSupplier nanos;
    private final ReentrantLock catchingUp = new ReentrantLock();

    /** Held for reading by every look-up, for writing only to put another index in the place of the old one. */
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

    private final ReentrantLock rebuilding = new ReentrantLock();
    private volatile ClaimIndex index;
    private volatile IndexStamp stamp;
    private volatile long caughtUpAt;
    private volatile int generation;
    private volatile boolean closed;

    /** @param directory where the index lies; null keeps it in memory */
    IndexKeeper(Claims claims, @Nullable Path directory) {
        this(claims, directory, System::nanoTime);
    }

    /** @param nanos the time in nanoseconds by which the index grows old, as {@link System#nanoTime} tells it */
    IndexKeeper(Claims claims, @Nullable Path directory, LongSupplier nanos) {
        this.claims = claims;
        this.nanos = nanos;
        this.places = new IndexPlaces(directory);
        this.index = new ClaimIndex(places.latest());
        this.stamp = stampOf(index, claims.storeId());
        boolean empty = stamp.version() == 0;
        catchUp();
        if (empty) {
            index.compact();
            commit();
        }
        claims.onChange(change -> catchUp());
        if (!stamp.isUpToDate()) {
            LOG.info("The index was made by another version of this program; it answers until it has been made anew");
            Thread.ofPlatform().name("claim-index").daemon().start(this::rebuildOrTell);
        }
    }

    /** The index in use. For a look-up, {@link #read} keeps it from being replaced meanwhile. */
    ClaimIndex index() {
        return index;
    }

    /** Looks something up in the index in use. */
    <T> T read(Function<ClaimIndex, T> lookUp) {
        inUse.readLock().lock();
        try {
            return lookUp.apply(index);
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** The version of the store whose claims the index holds. */
    long version() {
        return stamp.version();
    }

    /** How often the index has been replaced: another one may answer otherwise at the same version. */
    int generation() {
        return generation;
    }

    /** How long ago the index was last known to hold all that the store does. */
    Duration sinceInStep() {
        return Duration.ofNanos(nanos.getAsLong() - caughtUpAt);
    }

    /** Applies what has changed in the store since the index's version, whoever changed it; cheap if nothing has. */
    void catchUp() {
        catchingUp.lock();
        try {
            long now = nanos.getAsLong();
            catchUp(claims.storeVersion());
            caughtUpAt = now;
        } finally {
            catchingUp.unlock();
        }
    }

    /** Applies what has changed unless the index is known to have been in step within the last {@code age}. */
    void catchUpIfOlder(Duration age) {
        if (isOlder(age)) {
            catchingUp.lock();
            try {
                // Others who waited for the lock have nothing left to do.
                if (isOlder(age)) {
                    catchUp();
                }
            } finally {
                catchingUp.unlock();
            }
        }
    }

    private boolean isOlder(Duration age) {
        return nanos.getAsLong() - caughtUpAt > age.toNanos();
    }

    private void catchUp(long target) {
        if (target == version()) {
            return;
        }
        if (target < version()) {
            LOG.warn("The store is older than the index (restored from a backup?); the index is made anew");
            index.clear();
            stamp = stamp.at(0);
        }
        int count = fill(index, version());
        stamp = stamp.at(target);
        if (count >= PROGRESS) {
            commit(); // after a long import, a crash should not cost the work again
        }
    }

    /** Puts every claim changed since a version of the store into an index, and returns how many there were. */
    private int fill(ClaimIndex filled, long since) {
        int[] count = {0};
        claims.forEachChangedSince(since, claim -> {
            if (closed && filled != index) {
                throw new CancellationException("The index is being closed");
            }
            put(filled, claim);
            if (++count[0] % PROGRESS == 0) {
                LOG.info("Indexed {} claims", count[0]);
            }
        });
        filled.refresh();
        return count[0];
    }

    /**
     * Makes the index anew from the store, while the old one goes on answering and taking in changes, and then puts it
     * in its place. Takes minutes for a million claims.
     */
    void rebuild() {
        rebuilding.lock();
        try {
            replaceBy(prepare());
        } finally {
            rebuilding.unlock();
        }
    }

    /** An index that is to take the place of the one in use, and what it was made of. */
    record Replacement(ClaimIndex index, IndexStamp stamp) {}

    /** Makes an index beside the one in use: a first round takes minutes, a second reads what has changed in them. */
    Replacement prepare() {
        ClaimIndex next = new ClaimIndex(places.next());
        try {
            long first = claims.storeVersion();
            fill(next, 0);
            next.compact();
            long second = claims.storeVersion();
            fill(next, first);
            IndexStamp made = IndexStamp.of(stamp.storeId()).at(second);
            next.commit(made.toString());
            return new Replacement(next, made);
        } catch (RuntimeException e) {
            next.discard();
            throw e;
        }
    }

    /** Brings the new index up to the last change and puts it in the place of the old one. */
    void replaceBy(Replacement next) {
        ClaimIndex old = index;
        catchingUp.lock();
        try {
            long now = nanos.getAsLong();
            long target = claims.storeVersion();
            if (target < next.stamp.version()) {
                throw new IllegalStateException("The store has become older while the index was made");
            }
            fill(next.index, next.stamp.version());
            inUse.writeLock().lock();
            try {
                index = next.index;
                stamp = next.stamp.at(target);
                generation++;
            } finally {
                inUse.writeLock().unlock();
            }
            caughtUpAt = now;
        } catch (RuntimeException e) {
            next.index.discard();
            throw e;
        } finally {
            catchingUp.unlock();
        }
        old.discard();
        places.moveOn();
    }

    private void rebuildOrTell() {
        try {
            rebuild();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("The index could not be made anew; the old one goes on answering", e);
            }
        }
    }

    /** Writes the index to disk, so that the next start need not make it anew. */
    void commit() {
        catchingUp.lock();
        try {
            index.commit(stamp.toString());
        } finally {
            catchingUp.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        rebuilding.lock();
        try {
            commit();
            index.close();
        } finally {
            rebuilding.unlock();
        }
    }

    /** What the index was made of; one that cannot be used is emptied. */
    private static IndexStamp stampOf(ClaimIndex index, String storeId) {
        Optional<IndexStamp> stamp = IndexStamp.parse(index.committed()).filter(made -> made.isReadableFor(storeId));
        if (stamp.isEmpty()) {
            index.clear();
        }
        return stamp.orElse(IndexStamp.of(storeId));
    }

    /** One claim that cannot be indexed is told of; it must not keep the others from being found. */
    private static void put(ClaimIndex index, Claim claim) {
        try {
            index.put(claim, links(claim));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.error("Claim {} cannot be indexed and will not be found", claim.id(), e);
        }
    }

    /** The pages a claim is about. A bare host is no page: everything on a ministry's site is not one claim. */
    static Set<String> links(Claim claim) {
        Set<String> links = new HashSet<>();
        claim.content().sources().forEach(source -> links.add(WebAddresses.canonical(source.url())));
        claim.content().appearances().forEach(address -> links.add(WebAddresses.canonical(address)));
        links.removeIf(link -> link.indexOf('/') < 0 && link.indexOf('?') < 0);
        return links;
    }
}
