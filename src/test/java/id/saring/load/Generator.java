package id.saring.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People who write, in one's own time: messages come at random moments at a given rate, however long the answers take,
 * and are delivered again, as a platform does, until they are acknowledged.
 */
final class Generator implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Platform platform;
    private final Ledger ledger;
    private final Random random;
    private final BlockingQueue<WebhookLine> lines;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Integer> dead = ConcurrentHashMap.newKeySet();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();
    private final boolean receipts;
    private volatile int mostUnderWay = Integer.MAX_VALUE;
    private volatile boolean stopped;
    private volatile boolean closed;

    /**
     * @param ports    where to deliver; several share the work
     * @param lines    how many webhooks are under way at once to each of them
     * @param receipts whether the platform tells of each answer that it arrived
     */
    Generator(Platform platform, Ledger ledger, Random random, int[] ports, int lines, boolean receipts) {
        this.platform = platform;
        this.ledger = ledger;
        this.random = random;
        this.receipts = receipts;
        this.lines = new ArrayBlockingQueue<>(ports.length * lines);
        for (int i = 0; i < lines; i++) {
            for (int port : ports) {
                this.lines.add(new WebhookLine(port));
            }
        }
        platform.onAnswer(this::answered);
    }

    /**
     * Sends {@code count} messages of {@code chats} people at {@code rate} a second; returns once the last is under
     * way.
     */
    void send(int count, double rate, int chats, Supplier<String> texts) {
        long due = System.nanoTime();
        for (int i = 0; i < count && !stopped; i++) {
            int chat = random.nextInt(chats);
            String text = texts.get();
            due += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            while (inFlight.get() >= mostUnderWay && !stopped) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                due = Math.max(due, System.nanoTime());
            }
            long when = due;
            inFlight.incrementAndGet();
            threads.execute(() -> write(chat, text, when));
        }
    }

    /** Has people wait while so many messages are not acknowledged; for when nothing is to be measured. */
    void holdBack(int mostUnderWay) {
        this.mostUnderWay = mostUnderWay;
    }

    /** Sends nothing new from now on. */
    void stopWriting() {
        stopped = true;
    }

    /** Waits until all has been acknowledged and answered; returns whether it has. */
    boolean awaitAnswers(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (inFlight.get() > 0 || ledger.answered() < ledger.sent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    /** Delivers nothing more to a port, as a load balancer would that knows who is dead. */
    void leave(int port) {
        dead.add(port);
    }

    /** How often a webhook was delivered again because it had not been acknowledged. */
    long retries() {
        return retries.get();
    }

    /** How many messages are not acknowledged yet. */
    long inFlight() {
        return inFlight.get();
    }

    private void write(int chat, String text, long due) {
        Platform.Webhook webhook = platform.message(chat, text);
        Ledger.Entry entry = ledger.sending(webhook.key(), chat, due);
        if (deliver(webhook)) {
            ledger.acknowledged(entry);
        }
        inFlight.decrementAndGet();
    }

    private void answered(String key, Supplier<Platform.Webhook> receipt) {
        ledger.answered(key);
        if (receipts && !closed) {
            threads.execute(() -> {
                Platform.Webhook webhook = receipt.get();
                if (webhook != null) {
                    deliver(webhook);
                }
            });
        }
    }

    private boolean deliver(Platform.Webhook webhook) {
        for (long wait = AGAIN.toNanos(); !closed; wait = Math.min(2 * wait, LONGEST_WAIT.toNanos())) {
            if (isTaken(webhook)) {
                return true;
            }
            retries.incrementAndGet();
            LockSupport.parkNanos(wait);
        }
        return false;
    }

    private boolean isTaken(Platform.Webhook webhook) {
        WebhookLine line;
        try {
            do {
                line = lines.take();
            } while (dead.contains(line.port()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return platform.deliver(webhook, line);
        } catch (IOException e) {
            return false;
        } finally {
            lines.add(line);
        }
    }

    @Override
    public void close() {
        stopped = true;
        closed = true;
        threads.shutdownNow();
        for (WebhookLine line : lines) {
            try {
                line.close();
            } catch (IOException e) {
                // It was broken anyway.
            }
        }
    }
}
