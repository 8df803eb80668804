package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private final List<Integer> set = new ArrayList<>();
    private final Queue<Runnable> virtual = new ArrayDeque<>();
    private final Carriers carriers = new Carriers(2, set::add, virtual::add);

    @Test
    void there_are_few_once_the_start_is_over_and_many_while_virtual_threads_are_held_up() {
        run(59);
        assertThat(set).isEmpty();
        run(1);
        assertThat(set).containsExactly(3);

        carriers.beat();
        IntStream.range(0, 5).forEach(i -> carriers.beat());
        assertThat(set).as("none of them ran").containsExactly(3, Carriers.MANY);
        assertThat(virtual).as("what waits is not added to").hasSize(1);

        virtual.remove().run();
        run(59);
        assertThat(set).hasSize(2);
        run(1);
        assertThat(set).containsExactly(3, Carriers.MANY, 3);
    }

    @Test
    void there_are_never_fewer_than_processors() {
        Carriers large = new Carriers(32, set::add, Runnable::run);
        IntStream.range(0, 100).forEach(i -> large.beat());
        assertThat(set).containsExactly(32);
    }

    /** As many seconds in which virtual threads run. */
    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            carriers.beat();
            virtual.remove().run();
        }
    }
}
