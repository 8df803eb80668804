package id.saring.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What became of every message: when it was sent, when it was acknowledged, when and how often it was answered. */
final class Ledger {
    private static final long NEVER = Long.MAX_VALUE;

    /** One message; times of {@link System#nanoTime}. */
    static final class Entry {
        final int chat;
        final long due;
        final long sent;
        volatile long acknowledged = NEVER;
        volatile long answered = NEVER;
        private int answers;

        private Entry(int chat, long due, long sent) {
            this.chat = chat;
            this.due = due;
            this.sent = sent;
        }

        boolean isAcknowledged() {
            return acknowledged != NEVER;
        }

        boolean isAnswered() {
            return answered != NEVER;
        }

        private synchronized boolean answer(long now) {
            if (++answers == 1) {
                answered = now;
            }
            return answers == 1;
        }

        private synchronized int answers() {
            return answers;
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();

    /**
     * A message is about to be sent.
     *
     * @param due when it was to be sent: whoever is late in sending it may not make us look quicker
     */
    Entry sending(String key, int chat, long due) {
        Entry entry = new Entry(chat, due, System.nanoTime());
        entries.put(key, entry);
        return entry;
    }

    void acknowledged(Entry entry) {
        entry.acknowledged = System.nanoTime();
        acknowledged.incrementAndGet();
    }

    /** A message was answered. */
    void answered(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            strangers.incrementAndGet();
        } else if (entry.answer(System.nanoTime())) {
            answered.incrementAndGet();
        }
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    long sent() {
        return entries.size();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long answered() {
        return answered.get();
    }

    /** How many were acknowledged and not answered. */
    long lost() {
        return entries.values().stream().filter(e -> e.isAcknowledged() && !e.isAnswered()).count();
    }

    /** How many answers went out beyond one for each message, and those to no message at all. */
    long surplus() {
        return strangers.get() + entries.values().stream().mapToLong(e -> Math.max(0, e.answers() - 1)).sum();
    }

    /** How many messages were answered before one of the same chat that had been acknowledged before they were sent. */
    long outOfOrder() {
        Map<Integer, List<Entry>> chats = new HashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.isAnswered()) {
                chats.computeIfAbsent(entry.chat, chat -> new ArrayList<>()).add(entry);
            }
        }
        long violations = 0;
        for (List<Entry> chat : chats.values()) {
            chat.sort(Comparator.comparingLong(entry -> entry.answered));
            long latestSent = Long.MIN_VALUE;
            for (Entry entry : chat) {
                if (latestSent > entry.acknowledged) {
                    violations++;
                }
                latestSent = Math.max(latestSent, entry.sent);
            }
        }
        return violations;
    }

    @Override
    public String toString() {
        return "%d sent, %d acknowledged, %d answered, %d lost, %d answered again, %d out of order"
                .formatted(sent(), acknowledged(), answered(), lost(), surplus(), outOfOrder());
    }
}
