package id.saring.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address claims are fetched from.
 *
 * @param trusted   whether its claims are published as it says; otherwise each becomes a draft
 * @param every     how often it is fetched
 * @param validators what the address said of its last answer
 * @param fetchedAt when it was last fetched; null if never
 * @param nextAt    when it is due again
 * @param result    what came of the last fetch; null if there was none
 */
public record Feed(
        long id,
        String url,
        boolean trusted,
        Duration every,
        Validators validators,
        @Nullable Instant fetchedAt,
        Instant nextAt,
        @Nullable FeedResult result) {
    /** What an address answers conditional requests by. */
    public record Validators(@Nullable String etag, @Nullable String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }

    /** The value of a parameter, or one that has none. */
    private static final Pattern SECRET =
            Pattern.compile("(?<=[?&][^=&#]{0,100}=)[^&#]+|(?<=[?&])[^=&#]+(?=[&#]|$)");

    /** The address with what of its query may be a token covered: for what is kept for ever, or taken along. */
    public String covered() {
        return covered(url);
    }

    /** As {@link #covered()} of a feed that has this address. */
    public static String covered(String url) {
        return SECRET.matcher(url).replaceAll("…");
    }
}
