package id.saring.rate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may happen: {@code count} times a period in the long run, and {@code burst} times at once after a
 * rest. Written {@code 20 per 1m burst 5}; without a burst it is the count.
 *
 * @throws IllegalArgumentException if one of them is not positive
 */
public record Rate(int count, Duration period, int burst) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6}) *per +(\\d{0,6}) *(ms|s|m|h)(?: +burst +(\\d{1,6}))?");

    public Rate {
        if (count < 1 || burst < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("A rate needs a count, a period and a burst of more than nothing");
        }
    }

    /** Reads what {@link #toString} writes; settings are bound by this method. */
    public static Rate of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A rate is written such as \"20 per 1m burst 5\", not \"" + text + '"');
        }
        int count = Integer.parseInt(parts.group(1));
        long length = parts.group(2).isEmpty() ? 1 : Long.parseLong(parts.group(2));
        Duration period = switch (parts.group(3)) {
            case "ms" -> Duration.ofMillis(length);
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            default -> Duration.ofHours(length);
        };
        return new Rate(count, period, parts.group(4) == null ? count : Integer.parseInt(parts.group(4)));
    }

    /** So many a second, a tenth of them at once. */
    public static Rate perSecond(int count) {
        return new Rate(count, Duration.ofSeconds(1), Math.max(1, count / 10));
    }

    /** What one of so many may use who share this rate. */
    public Rate shared(int among) {
        return among == 1 ? this : new Rate(count, period.multipliedBy(among), Math.max(1, burst / among));
    }

    /** The rate of so many that each have this one. */
    public Rate times(int many) {
        return many == 1 ? this : new Rate(count * many, period, burst * many);
    }

    /** How long a rest makes a whole burst possible again. */
    public Duration rest() {
        return period.multipliedBy(burst).dividedBy(count);
    }

    @Override
    public String toString() {
        return count + " per " + period.toMillis() + "ms burst " + burst;
    }
}
