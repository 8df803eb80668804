package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListeningPostgresTest extends ListeningContract {
    /** So rarely that what is heard was not found by a poll. */
    private static final Duration RARELY = Duration.ofSeconds(3);

    ListeningPostgresTest() {
        super(TestStore.postgres());
    }

    @Test
    void what_another_replica_announces_is_heard_in_order_and_once_it_is_committed() {
        Database elsewhere = store.open();
        listen(RARELY);
        elsewhere.transact(() -> {
            elsewhere.announce("saring_test", "one");
            elsewhere.announce("saring_test", "two words");
            assertThat(heard).isEmpty();
        });
        assertThatThrownBy(() -> elsewhere.transact(() -> {
                    elsewhere.announce("saring_test", "never");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        elsewhere.announce("saring_other", "another topic");
        here.announce("saring_test", "its own");
        elsewhere.announce("saring_test", "three");
        await().untilAsserted(() -> assertThat(heard).containsExactly("one", "two words", "three"));
    }

    @Test
    void after_a_lost_connection_it_polls_listens_anew_and_hears_again() {
        Database elsewhere = store.open();
        listen(Duration.ofMillis(100));
        int before = calls.get();
        PostgresServer.disconnect(store.settings());
        await().until(() -> calls.get() > before + 2);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            elsewhere.announce("saring_test", "again");
            return heard.contains("again");
        });
    }
}
