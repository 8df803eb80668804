package id.saring.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** How processes that share a store tell each other of news. */
interface Signals {
    /** Tells all who listen on {@code topic}, with the transaction under way if there is one. */
    void send(String topic, String news);

    /**
     * @param end ends a wait early, as far as possible
     * @throws SQLException if the store cannot be reached
     */
    Ear listen(String topic, CountDownLatch end) throws SQLException;

    /** Hears what is sent from the moment it was made. */
    interface Ear extends AutoCloseable {
        /**
         * Waits up to {@code wait} for news and returns it, oldest first.
         *
         * @throws SQLException if nothing can be heard any more
         */
        List<String> hear(Duration wait) throws SQLException, InterruptedException;

        @Override
        void close();
    }
}
