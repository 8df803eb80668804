package id.saring.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** A bot's waiting updates: numbered, held until confirmed by a higher offset, and given to one poll at a time. */
final class UpdateQueue {
    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final List<ObjectNode> waiting = new ArrayList<>();
    private int nextId = 1000;
    private List<String> allowed = List.of();
    private Object openPoll = new Object();
    private boolean held = true;

    /** Another poll came while this one was open. */
    static final class Conflict extends Exception {}

    /** Adds an update that holds no number yet; kinds the bot did not ask for are dropped. */
    synchronized int add(ObjectNode update) {
        String kind = update.propertyNames().iterator().next();
        boolean wanted = allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
        int id = nextId++;
        if (wanted) {
            waiting.add(update.put("update_id", id));
            notifyAll();
        }
        return id;
    }

    synchronized int count() {
        return waiting.size();
    }

    /** Adds what stands for an update as it is, number and all. */
    synchronized void addRaw(ObjectNode update) {
        waiting.add(update);
        notifyAll();
    }

    /** Makes the next number one at random, as Telegram does after a week without updates. */
    synchronized void numberFrom(int id) {
        nextId = id;
    }

    /** Makes every poll return at once, as a server that ignores the timeout. */
    synchronized void stopHolding() {
        held = false;
        notifyAll();
    }

    /** The kinds of updates added from now on; null for the same as before. */
    synchronized void allow(List<String> kinds) {
        if (kinds != null) {
            allowed = List.copyOf(kinds);
        }
    }

    /** The oldest update, which stays here until it is confirmed; waits for one to come. */
    synchronized ObjectNode first() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.getFirst();
    }

    /** Takes away what was delivered. */
    synchronized void delivered(ObjectNode update) {
        waiting.remove(update);
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized List<ObjectNode> poll(int offset, int limit, int timeoutSeconds, List<String> allowedUpdates)
            throws Conflict, InterruptedException {
        Object poll = new Object();
        openPoll = poll;
        notifyAll();
        allow(allowedUpdates);
        confirm(offset);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.min(timeoutSeconds, 50));
        while (waiting.isEmpty() && openPoll == poll && held) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        if (openPoll != poll) {
            throw new Conflict();
        }
        return List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
    }

    /** An offset beyond the newest number confirms nothing: it is of another numbering. */
    private void confirm(int offset) {
        if (offset > nextId) {
            return;
        }
        for (Iterator<ObjectNode> each = waiting.iterator(); each.hasNext(); ) {
            if (each.next().path("update_id").asInt(1) < offset) {
                each.remove();
            }
        }
    }
}
