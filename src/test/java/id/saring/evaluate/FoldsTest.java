package id.saring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final int FOLDS = 5;

    @Test
    void messages_of_one_story_stand_in_one_fold_through_all_packs() {
        Folds.Part first = part(message("a", "1"), message("b", "1", "2"), message("c", "2"), message("d", "3"));
        Folds.Part second = new Folds.Part(List.of(message("e", "other-key")), key -> "Claim, NUMBER 1!");
        for (long seed = 0; seed < 20; seed++) {
            Folds folds = new Folds(List.of(first, second), FOLDS, seed);
            assertThat(folds.of(first).subList(0, 3)).containsOnly(folds.of(second).getFirst());
        }
    }

    @Test
    void folds_are_about_equally_full() {
        Message[] messages =
                IntStream.range(0, 1_000).mapToObj(i -> message("m" + i, "c" + i)).toArray(Message[]::new);
        Folds.Part part = part(messages);
        List<Integer> folds = new Folds(List.of(part), FOLDS, 1).of(part);
        for (int fold = 0; fold < FOLDS; fold++) {
            assertThat(Collections.frequency(folds, fold)).isEqualTo(200);
        }
    }

    @Test
    void the_seed_decides_and_not_the_order_of_messages() {
        List<Message> messages =
                IntStream.range(0, 100).mapToObj(i -> message("m" + i, "c" + i / 2)).toList();
        Folds.Part part = new Folds.Part(messages, key -> key);
        Folds.Part reversed = new Folds.Part(messages.reversed(), key -> key);
        List<Integer> folds = new Folds(List.of(part), FOLDS, 1).of(part);
        assertThat(new Folds(List.of(reversed), FOLDS, 1).of(part)).isEqualTo(folds);
        assertThat(new Folds(List.of(part), FOLDS, 2).of(part)).isNotEqualTo(folds);
    }

    private static Folds.Part part(Message... messages) {
        return new Folds.Part(List.of(messages), key -> "claim number " + key);
    }

    private static Message message(String id, String... right) {
        return new Message(id, "text of " + id, "kind", Set.of(right), Set.of(right));
    }
}
