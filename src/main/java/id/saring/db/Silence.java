package id.saring.db;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Signals of a store that knows none: nobody hears anything, and waits all the time. */
record Silence() implements Signals {
    @Override
    public void send(String topic, String news) {}

    @Override
    public Ear listen(String topic, CountDownLatch end) {
        return new Ear() {
            @Override
            public List<String> hear(Duration wait) throws InterruptedException {
                end.await(wait.toMillis(), TimeUnit.MILLISECONDS);
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
