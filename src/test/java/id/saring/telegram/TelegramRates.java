package id.saring.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What Telegram lets a bot send: some 30 messages a second in all, one a second to a chat after a short burst, and 20
 * in any minute to a group.
 */
final class TelegramRates {
    private static final long SECOND = 1_000_000_000L;
    private static final int ALL = 30;
    private static final int BURST = 10;
    private static final int GROUP = 20;

    private final LongSupplier nanoTime;
    private final Deque<Long> all = new ArrayDeque<>();
    private final Map<Long, Long> lentUntil = new HashMap<>();
    private final Map<Long, Deque<Long>> groups = new HashMap<>();
    private int refused;

    TelegramRates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes a message to a chat, which is 0, or says how many seconds to wait; what is refused does not count. */
    synchronized int use(long chat) {
        long now = nanoTime.getAsLong();
        long wait = Math.max(wait(all, ALL, SECOND, now), chat < 0 ? ofGroup(chat, now) : ofPerson(chat, now));
        if (wait > 0) {
            refused++;
            return (int) Math.ceilDiv(wait, SECOND);
        }
        all.addLast(now);
        if (chat < 0) {
            groups.get(chat).addLast(now);
        } else {
            lentUntil.merge(chat, now + SECOND, (until, fresh) -> Math.max(until + SECOND, fresh));
        }
        return 0;
    }

    /** How many messages were refused. */
    synchronized int refused() {
        return refused;
    }

    private long ofPerson(long chat, long now) {
        return lentUntil.getOrDefault(chat, now) - now - (BURST - 1) * SECOND;
    }

    private long ofGroup(long chat, long now) {
        return wait(groups.computeIfAbsent(chat, id -> new ArrayDeque<>()), GROUP, 60 * SECOND, now);
    }

    private static long wait(Deque<Long> sent, int most, long span, long now) {
        while (!sent.isEmpty() && sent.getFirst() <= now - span) {
            sent.removeFirst();
        }
        return sent.size() < most ? 0 : sent.getFirst() + span - now;
    }
}
