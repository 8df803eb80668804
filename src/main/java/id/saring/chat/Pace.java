package id.saring.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.queue.Throttle;
import id.saring.rate.Allowances;
import id.saring.rate.Rate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Keeps what is sent on one channel within the platform's rates, each replica to its equal part of them: whatever one
 * must leave in the queue another takes. What all messages share is asked for before messages are taken, so that those
 * too many stay where they are; what one chat may be sent, when its message is about to be sent.
 */
final class Pace implements Throttle {
    /** Chats remembered, some 500 bytes each; of more, those that were sent least are forgotten. */
    private static final int MOST_CHATS = 50_000;

    private static final String ALL = "all";

    private final Optional<SendLimits> limits;
    private final IntSupplier replicas;
    private final Allowances<String> used;
    private final SlowedLines slowed;
    private final Counter paced;

    Pace(Gateway gateway, IntSupplier replicas, Ticker ticker, SlowedLines slowed, MeterRegistry meters) {
        this.limits = gateway.limits();
        this.replicas = replicas;
        this.slowed = slowed;
        this.used = new Allowances<>(MOST_CHATS, ticker);
        this.paced = Counter.builder("saring.chat.paced")
                .description("Messages that had to wait for their chat's rate")
                .tag("channel", gateway.channel().name())
                .register(meters);
    }

    @Override
    public int admit(int wanted) {
        return limits.map(some -> used.use(ALL, ofAll(some), wanted)).orElse(wanted);
    }

    @Override
    public void unused(int admitted) {
        limits.ifPresent(some -> used.giveBack(ALL, ofAll(some), admitted));
    }

    @Override
    public Duration untilNext() {
        return limits.map(some -> used.wait(ALL, ofAll(some))).orElse(Duration.ZERO);
    }

    /** Lets an admitted message go to this chat now, which is zero, or says when. */
    Duration claim(ChatAddress to) {
        Duration wait = limits.map(some -> claim(some, to)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            paced.increment();
            unused(1);
        }
        return wait;
    }

    /** The platform itself asked to wait: that counts more than what we reckon. */
    void asked(ChatAddress to, SendResult.Wait wait) {
        limits.ifPresent(some -> {
            switch (wait.scope()) {
                case MESSAGE, UNSURE -> {}
                case CHAT -> used.pause(chat(to), ofChat(some, to), wait.delay());
                case EVERYTHING -> used.pause(ALL, ofAll(some), wait.delay());
                case TOO_FAST -> {
                    slowed.tooFast(line(some, to));
                    used.pause(ALL, ofAll(some), wait.delay());
                }
            }
        });
    }

    private Duration claim(SendLimits some, ChatAddress to) {
        // With one line alone, its rate is that of all.
        String line = "line " + line(some, to);
        Rate ofLine = slowed.of(line(some, to), some.line()).shared(replicas.getAsInt());
        Duration wait = some.lines() == 1 ? Duration.ZERO : used.use(line, ofLine);
        if (!wait.isZero()) {
            return wait;
        }
        wait = used.use(chat(to), ofChat(some, to));
        if (!wait.isZero() && some.lines() > 1) {
            used.giveBack(line, ofLine, 1);
        }
        return wait;
    }

    private Rate ofAll(SendLimits some) {
        Rate rate = some.lines() == 1 ? slowed.of(ALL, some.line()) : some.line().times(some.lines());
        return rate.shared(replicas.getAsInt());
    }

    private static String line(SendLimits some, ChatAddress to) {
        return some.lines() == 1 ? ALL : some.lineOf().apply(to);
    }

    private Rate ofChat(SendLimits some, ChatAddress to) {
        return some.ofChat().apply(to).shared(replicas.getAsInt());
    }

    private static String chat(ChatAddress to) {
        return "chat " + to.chat();
    }
}
