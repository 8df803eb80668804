package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.match.MatchSettings;
import id.saring.match.Trial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store loaded from files with the matcher over it, and both names of its claims. */
final class TrialStore implements AutoCloseable {
    private final LoadedClaims loaded;
    private final Trial trial;
    private final Map<String, Claim> byKey;
    private final Map<Long, String> keys = new HashMap<>();

    TrialStore(List<Path> claims, MatchSettings settings) {
        this.loaded = new LoadedClaims(claims);
        this.trial = Trial.over(loaded.claims(), loaded.index(), settings);
        this.byKey = loaded.byKey();
        byKey.forEach((key, claim) -> keys.put(claim.id().value(), key));
    }

    Claims claims() {
        return loaded.claims();
    }

    Trial trial() {
        return trial;
    }

    Map<String, Claim> byKey() {
        return byKey;
    }

    /** The keys of claims by their numbers in the store. */
    Map<Long, String> keys() {
        return keys;
    }

    /** The claim's text, or its key if the store does not hold it. */
    String textOf(String key) {
        Claim claim = byKey.get(key);
        return claim == null ? key : claim.text();
    }

    /** The numbers of those claims that the store holds. */
    Set<Long> ids(Set<String> claimKeys) {
        Set<Long> ids = new HashSet<>();
        for (String key : claimKeys) {
            Claim claim = byKey.get(key);
            if (claim != null) {
                ids.add(claim.id().value());
            }
        }
        return ids;
    }

    @Override
    public void close() {
        trial.close();
        loaded.close();
    }
}
