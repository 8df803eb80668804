package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Page;
import id.saring.db.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The store of claims. Every change raises the store's version by one in the same transaction, so that whoever derives
 * something from the claims (an index, a cache, another replica) can tell what it has not seen.
 */
public final class Claims {
    /** What saving a row did. */
    public enum Saved {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** A claim to be saved under its key. */
    public record Row(String key, ClaimContent content, ClaimState state) {}

    public Claims(Database database, Clock clock) {}

    public Optional<Claim> find(ClaimId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Claim> findByKey(String key) {
        throw new UnsupportedOperationException();
    }

    /** The claims of these ids in the order given; unknown ids are left out. */
    public List<Claim> findAll(Collection<ClaimId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Creates or updates claims by key, all in one transaction and one step of the store's version. */
    public List<Saved> saveAll(List<Row> rows) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes the content of a claim.
     *
     * @throws StaleClaimException if the claim is no longer at {@code expectedVersion}
     */
    public Claim edit(ClaimId id, long expectedVersion, ClaimContent content) {
        throw new UnsupportedOperationException();
    }

    /** Publishes or withdraws a claim, by {@link ClaimState#mayBecome}. */
    public Claim move(ClaimId id, long expectedVersion, ClaimState state) {
        throw new UnsupportedOperationException();
    }

    /** Published claims, latest review first; of one language, or of all if null. */
    public Page<Claim> latest(@Nullable Language language, long offset, int limit) {
        throw new UnsupportedOperationException();
    }

    public long count(ClaimState state) {
        throw new UnsupportedOperationException();
    }

    /** The version of the store: how many changes have been committed. */
    public long storeVersion() {
        throw new UnsupportedOperationException();
    }

    /** Visits every claim of any state in the order of its id without holding them all in memory. */
    public void forEach(Consumer<Claim> visitor) {
        throw new UnsupportedOperationException();
    }

    /** Claims of any state changed after {@code storeVersion}, oldest change first. */
    public void forEachChangedSince(long storeVersion, Consumer<Claim> visitor) {
        throw new UnsupportedOperationException();
    }

    /** Has {@code listener} told of every committed change, on the thread that made it and before the change returns. */
    public void onChange(Consumer<ClaimChanged> listener) {
        throw new UnsupportedOperationException();
    }
}
