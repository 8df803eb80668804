package id.saring.reply;

import static id.saring.core.Language.EN;
import static id.saring.core.Language.ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {
    private final LanguageChoice choice =
            new LanguageChoice(text -> text.contains("the") ? Optional.of(EN) : Optional.empty(), ID);

    @Test
    void the_nearest_sign_of_a_persons_language_decides() {
        assertThat(choice.choose(Optional.of(ID), "the vaccine", EN)).isEqualTo(ID);
        assertThat(choice.choose(Optional.empty(), "the vaccine", ID)).isEqualTo(EN);
        assertThat(choice.choose(Optional.empty(), "vaksin", EN)).isEqualTo(EN);
        assertThat(choice.choose(Optional.empty(), "vaksin", null)).isEqualTo(ID);
    }
}
