package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.text.WebAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the store: catches up at the start, applies every change before it returns to the one who
 * made it, and knows the version of the store it stands at.
 */
final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /** Raised when what is kept of a claim changes; an index of another format, or of another store, is made anew. */
    private static final String FORMAT = "2";

    private static final int PROGRESS = 50_000;

    private final Claims claims;
    private final ClaimIndex index;
    private final String storeId;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private volatile long version;
    private volatile long caughtUpAt;

    /** @param directory where the index lies; null keeps it in memory */
    IndexKeeper(Claims claims, @Nullable Path directory) {
        this.claims = claims;
        this.index = new ClaimIndex(open(directory));
        this.storeId = claims.storeId();
        this.version = committedVersion();
        catchUp();
        claims.onChange(change -> catchUp());
    }

    ClaimIndex index() {
        return index;
    }

    /** The version of the store whose claims the index holds. */
    long version() {
        return version;
    }

    /** Applies what has changed in the store since the index's version, whoever changed it; cheap if nothing has. */
    void catchUp() {
        catchingUp.lock();
        try {
            long now = System.nanoTime();
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
        return System.nanoTime() - caughtUpAt > age.toNanos();
    }

    private void catchUp(long target) {
        if (target == version) {
            return;
        }
        if (target < version) {
            LOG.warn("The store is older than the index (restored from a backup?); the index is made anew");
            index.clear();
            version = 0;
        }
        int[] count = {0};
        claims.forEachChangedSince(version, claim -> {
            put(claim);
            if (++count[0] % PROGRESS == 0) {
                LOG.info("Indexed {} claims", count[0]);
            }
        });
        index.refresh();
        version = target;
        if (count[0] >= PROGRESS) {
            commit(); // after a long import, a crash should not cost the work again
        }
    }

    /** Writes the index to disk, so that the next start need not make it anew. */
    void commit() {
        catchingUp.lock();
        try {
            index.commit(FORMAT + ":" + storeId + ":" + version);
        } finally {
            catchingUp.unlock();
        }
    }

    @Override
    public void close() {
        commit();
        index.close();
    }

    private long committedVersion() {
        String[] parts = index.committed().split(":", 3);
        if (parts.length == 3 && parts[0].equals(FORMAT) && parts[1].equals(storeId)) {
            return Long.parseLong(parts[2]);
        }
        index.clear();
        return 0;
    }

    /** One claim that cannot be indexed is told of; it must not keep the others from being found. */
    private void put(Claim claim) {
        try {
            index.put(claim, links(claim));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.error("Claim {} cannot be indexed and will not be found", claim.id(), e);
        }
    }

    /** The pages a claim is about. A bare host is no page: everything on a ministry's site is not one claim. */
    private static Set<String> links(Claim claim) {
        Set<String> links = new HashSet<>();
        claim.content().sources().forEach(source -> links.add(WebAddresses.canonical(source.url())));
        claim.content().appearances().forEach(address -> links.add(WebAddresses.canonical(address)));
        links.removeIf(link -> link.indexOf('/') < 0 && link.indexOf('?') < 0);
        return links;
    }

    private static Directory open(@Nullable Path directory) {
        if (directory == null) {
            return new ByteBuffersDirectory();
        }
        try {
            Files.createDirectories(directory);
            return new MMapDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the claim index in " + directory, e);
        }
    }
}
