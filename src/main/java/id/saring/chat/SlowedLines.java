package id.saring.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.core.Channel;
import id.saring.rate.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers and bots that a platform found to send too fast although they kept to the rate we know of. Each sends half as
 * fast for a while, and half of that if it is still too fast; then the rate comes back step by step.
 */
final class SlowedLines {
    /** How long a halving lasts. */
    static final Duration RECOVERS = Duration.ofMinutes(1);

    /** Messages that were on their way together meet the limit together, on every replica. */
    static final Duration TOGETHER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SlowedLines.class);
    private static final int MOST_HALVINGS = 3;

    private final Ticker ticker;
    private final Consumer<String> others;
    private final Map<String, Slowed> lines = new ConcurrentHashMap<>();

    private record Slowed(int halvings, long since) {}

    /** @param others tells the other replicas of a line */
    SlowedLines(Ticker ticker, Consumer<String> others) {
        this.ticker = ticker;
        this.others = others;
    }

    /** Those of a channel, the same on all replicas that hear the news. */
    static SlowedLines shared(Channel channel, StandingNews news, Ticker ticker) {
        String topic = "too-fast:" + channel + ':';
        SlowedLines lines = new SlowedLines(ticker, line -> news.tell(topic + line));
        news.hear(heard -> heard.stream()
                .filter(one -> one.startsWith(topic))
                .forEach(one -> lines.slow(one.substring(topic.length()))));
        return lines;
    }

    /** A platform has said that the line is too fast. */
    void tooFast(String line) {
        slow(line);
        try {
            others.accept(line);
        } catch (RuntimeException e) {
            LOG.debug("The other replicas find out by themselves that a line is too fast", e);
        }
    }

    /** What is left of the line's rate right now. */
    Rate of(String line, Rate rate) {
        int halvings = halvings(lines.get(line), ticker.read());
        return halvings == 0 ? rate : rate.shared(1 << halvings);
    }

    private void slow(String line) {
        long now = ticker.read();
        lines.compute(line, (name, before) -> before != null && now - before.since() < TOGETHER.toNanos()
                ? before
                : new Slowed(Math.min(MOST_HALVINGS, halvings(before, now) + 1), now));
    }

    private static int halvings(@Nullable Slowed slowed, long now) {
        return slowed == null
                ? 0
                : (int) Math.max(0, slowed.halvings() - (now - slowed.since()) / RECOVERS.toNanos());
    }
}
