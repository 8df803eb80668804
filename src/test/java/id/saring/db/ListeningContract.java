package id.saring.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What those who listen can rely on, on every database. */
abstract class ListeningContract {
    @RegisterExtension
    final TestStore store;

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger calls = new AtomicInteger();
    Database here;
    private AutoCloseable listening = () -> {};

    ListeningContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        here = store.open();
    }

    @AfterEach
    void stop() throws Exception {
        listening.close();
    }

    /** Returns once what is announced from now on will be heard, if anything is. */
    final void listen(Duration poll) {
        listening = here.listen("saring_test", poll, news -> {
            heard.addAll(news);
            calls.incrementAndGet();
        });
        await().until(() -> calls.get() > 0);
    }

    @Test
    void a_listener_is_called_regularly_without_any_news() {
        listen(Duration.ofMillis(20));
        await().until(() -> calls.get() > 5);
        assertThat(heard).isEmpty();
    }

    @Test
    void one_that_fails_is_called_again() {
        listening = here.listen("saring_test", Duration.ofMillis(20), news -> {
            calls.incrementAndGet();
            throw new IllegalStateException("not now");
        });
        await().until(() -> calls.get() > 5);
    }

    @Test
    void nobody_is_called_after_the_end() throws Exception {
        listen(Duration.ofMillis(20));
        listening.close();
        int then = calls.get();
        await().during(Duration.ofMillis(200)).until(() -> calls.get() == then);
    }
}
