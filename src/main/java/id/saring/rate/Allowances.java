package id.saring.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;

/**
 * What many, each known by a key, have used of their rates. Kept in memory and bounded: who has rested long enough for
 * a whole burst is forgotten, and of more than can be kept those least heard of begin anew.
 *
 * <p>Time is that of a ticker and never that of a wall clock, which may be set back.
 */
public final class Allowances<K> {
    private final Cache<K, Allowance> known;
    private final Meter meter;

    /** @param most how many are kept */
    public Allowances(int most, Ticker ticker) {
        this.meter = new Meter(ticker, ticker.read());
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .ticker(ticker)
                .expireAfter(Expiry.<K, Allowance>accessing((key, allowance) -> allowance.remembered()))
                .build();
    }

    /** Uses the rate once. Returns zero if it could be used, and else how long to wait until it can. */
    public Duration use(K key, Rate rate) {
        return of(key, rate).use();
    }

    /** Uses the rate as often as possible right now, at most so many times, and returns how often. */
    public int use(K key, Rate rate, int most) {
        return of(key, rate).use(most);
    }

    /** Gives back what was used for nothing. */
    public void giveBack(K key, Rate rate, int count) {
        if (count > 0) {
            of(key, rate).bucket.addTokens(count);
        }
    }

    /** How long to wait until the rate can be used; zero if it can. */
    public Duration wait(K key, Rate rate) {
        return of(key, rate).untilNext();
    }

    /** Lets nothing happen for a while, and then begin with one and no burst. */
    public void pause(K key, Rate rate, Duration pause) {
        Allowance allowance = of(key, rate);
        allowance.pause(pause);
        // Written again, for it is to be remembered until the pause is over.
        known.put(key, allowance);
    }

    private Allowance of(K key, Rate rate) {
        Allowance allowance = known.get(key, any -> new Allowance(rate, meter));
        allowance.change(rate);
        return allowance;
    }

    private static final class Allowance {
        private static final long NEVER = Long.MIN_VALUE;

        private final Meter meter;
        private final LocalBucket bucket;
        private volatile Rate rate;
        private volatile long pausedUntil = NEVER;

        Allowance(Rate rate, Meter meter) {
            this.rate = rate;
            this.meter = meter;
            this.bucket = new LocalBucketBuilder()
                    .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.period()))
                    .withCustomTimePrecision(meter)
                    .build();
        }

        Duration remembered() {
            return rate.rest().plus(pause());
        }

        void change(Rate wanted) {
            if (wanted.equals(rate)) {
                return;
            }
            rate = wanted;
            bucket.replaceConfiguration(
                    BucketConfiguration.builder()
                            .addLimit(limit -> limit.capacity(wanted.burst()).refillGreedy(wanted.count(),
                            wanted.period()))
                            .build(),
                    TokensInheritanceStrategy.AS_IS);
        }

        Duration use() {
            Duration pause = pause();
            if (!pause.isZero()) {
                return pause;
            }
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
        }

        int use(int most) {
            return most < 1 || !pause().isZero() ? 0 : (int) bucket.tryConsumeAsMuchAsPossible(most);
        }

        Duration untilNext() {
            Duration pause = pause();
            return pause.isZero()
                    ? Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                    : pause;
        }

        synchronized void pause(Duration pause) {
            pausedUntil = Math.max(pausedUntil, meter.currentTimeNanos() + pause.toNanos());
        }

        private Duration pause() {
            if (pausedUntil == NEVER) {
                return Duration.ZERO;
            }
            Duration left = Duration.ofNanos(Math.max(0, pausedUntil - meter.currentTimeNanos()));
            if (left.isZero()) {
                endPause();
            }
            return left;
        }

        private synchronized void endPause() {
            if (pausedUntil != NEVER && bucket.tryConsumeAsMuchAsPossible() > 0) {
                bucket.addTokens(1);
            }
            pausedUntil = NEVER;
        }
    }

    /** Counts from a beginning of its own, because buckets take a ticker that overflows for one that stands. */
    private record Meter(Ticker ticker, long beginning) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.read() - beginning;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
