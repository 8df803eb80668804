package id.saring.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.site.ClaimFacts.Facts;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Rendered pages and pictures of claims. Nothing is handed out before it has been compared with the store in the same
 * request: by the store's version, and if that has moved by what the page was made of. So a changed verdict is never
 * hidden.
 */
final class PageCache {
    /**
     * Which page: of which claim, in which language (null for the claim's own), at which address we were reached, and
     * with which notice to the public.
     */
    record Key(String kind, ClaimId claim, @Nullable Language language, String origin) {}

    private record Entry(Facts facts, long storeVersion, Rendered rendered) {}

    private final ClaimFacts facts;
    private final Cache<Key, Entry> pages;

    PageCache(ClaimFacts facts, DataSize size) {
        this.facts = facts;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(size.toBytes())
                .weigher((Key key, Entry entry) -> 400 + entry.rendered().bytes().length)
                .recordStats()
                .build();
    }

    /** The page as it is now; empty if {@code make} gives none, or there is no such claim. */
    Optional<Rendered> get(Key key, Function<Facts, Optional<Rendered>> make) {
        long version = facts.storeVersion();
        Entry known = pages.getIfPresent(key);
        if (known != null && known.storeVersion == version) {
            return Optional.of(known.rendered);
        }
        Optional<Facts> now = facts.of(key.claim);
        if (now.isEmpty()) {
            pages.invalidate(key);
            return Optional.empty();
        }
        Optional<Rendered> rendered = known != null && known.facts.equals(now.get())
                ? Optional.of(known.rendered)
                : make.apply(now.get());
        if (rendered.isPresent() && now.get().complete()) {
            pages.put(key, new Entry(now.get(), version, rendered.get()));
        }
        return rendered;
    }

    Cache<?, ?> pages() {
        return pages;
    }
}
