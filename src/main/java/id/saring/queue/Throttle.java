package id.saring.queue;

import java.time.Duration;

/**
 * How much work may be begun right now. Asked before work is taken, so that what may not be begun is left in its queue.
 */
public interface Throttle {
    /** Lets everything begin. */
    Throttle NONE = new Throttle() {
        @Override
        public int admit(int wanted) {
            return wanted;
        }

        @Override
        public void unused(int admitted) {}

        @Override
        public Duration untilNext() {
            return Duration.ZERO;
        }
    };

    /** Lets up to {@code wanted} pieces begin and says how many. */
    int admit(int wanted);

    /** So many of those admitted did not begin after all. */
    void unused(int admitted);

    /** How long to wait before it is worth asking again. */
    Duration untilNext();
}
