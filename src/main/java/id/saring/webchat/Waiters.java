package id.saring.webchat;

import id.saring.core.Pseudonym;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that wait for news of a chat, each as the act that answers it. No thread waits with them. */
final class Waiters {
    /** More open pages of one chat than this are too many; the one that has waited longest is answered. */
    static final int MOST_PER_CHAT = 6;

    private final ConcurrentHashMap<Pseudonym, List<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Keeps {@code answer} until there is news of the chat. */
    void enter(Pseudonym chat, Runnable answer) {
        List<Runnable> pushedOut = new ArrayList<>();
        waiting.compute(chat, (key, present) -> {
            List<Runnable> all = present == null ? new ArrayList<>() : present;
            all.add(answer);
            if (all.size() > MOST_PER_CHAT) {
                pushedOut.add(all.removeFirst());
            }
            return all;
        });
        pushedOut.forEach(Runnable::run);
    }

    void leave(Pseudonym chat, Runnable answer) {
        waiting.computeIfPresent(chat, (key, all) -> {
            all.remove(answer);
            return all.isEmpty() ? null : all;
        });
    }

    /** Answers all who wait for the chat. */
    void wake(Pseudonym chat) {
        List<Runnable> woken = waiting.remove(chat);
        if (woken != null) {
            woken.forEach(Runnable::run);
        }
    }

    void wakeAll() {
        List.copyOf(waiting.keySet()).forEach(this::wake);
    }

    int count() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }
}
