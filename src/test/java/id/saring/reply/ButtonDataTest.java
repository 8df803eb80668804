package id.saring.reply;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Button;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonDataTest {
    private static final ClaimId CLAIM = new ClaimId(123_456);
    private static final ClaimId LARGEST = new ClaimId(Long.MAX_VALUE);

    static Stream<Action> actions() {
        return Stream.of(
                new Action.Helpful(CLAIM, 3),
                new Action.Helpful(LARGEST, Long.MAX_VALUE),
                new Action.NotThis(CLAIM, 1, List.of()),
                new Action.NotThis(CLAIM, 12, List.of(new ClaimId(1), new ClaimId(35), new ClaimId(36))),
                new Action.Choose(CLAIM, List.of()),
                new Action.Choose(CLAIM, List.of(new ClaimId(9), LARGEST)),
                new Action.NoneFits(),
                new Action.SetLanguage(Language.ID),
                new Action.SetLanguage(Language.EN),
                new Action.ShowLatest());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void what_a_button_carries_is_read_again(Action action) {
        for (Language language : Language.values()) {
            ButtonData data = new ButtonData(action, language);
            assertThat(ButtonData.decode(data.encode())).contains(data);
        }
    }

    /** Buttons sent today stay in people's chats for ever: these lines may be added to, never changed. */
    @Test
    void buttons_of_the_first_version_are_read_for_ever() {
        assertThat(ButtonData.decode("1idh2n9c.3"))
                .contains(new ButtonData(new Action.Helpful(CLAIM, 3), Language.ID));
        assertThat(ButtonData.decode("1enn2n9c.1.a.z"))
                .contains(new ButtonData(
                        new Action.NotThis(CLAIM, 1, List.of(new ClaimId(10), new ClaimId(35))), Language.EN));
        assertThat(ButtonData.decode("1idc2n9c.1"))
                .contains(new ButtonData(new Action.Choose(CLAIM, List.of(new ClaimId(1))), Language.ID));
        assertThat(ButtonData.decode("1idx")).contains(new ButtonData(new Action.NoneFits(), Language.ID));
        assertThat(ButtonData.decode("1idlen"))
                .contains(new ButtonData(new Action.SetLanguage(Language.EN), Language.ID));
        assertThat(ButtonData.decode("1ent")).contains(new ButtonData(new Action.ShowLatest(), Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "1", "1id", "0idx", "2idx", "1xxx", "1idq", "1idx1", "1idh", "1idh1", "1idh1.", "1idh1.0", "1idh0.1",
        "1idh1.2.3", "1idn1", "1idn.1", "1idc", "1idc-5", "1idc+5", "1idc1..2", "1idc1.", "1idl", "1idlxx",
        "1idt1", "1IDX",
        "1idczzzzzzzzzzzzzzzzzzzz", "1idc٣", "1idx\n", "/start", "{\"a\":1}", "❌"
    })
    void what_no_button_carried_is_not_read(String garbage) {
        assertThat(ButtonData.decode(garbage)).isEmpty();
    }

    @Test
    void data_longer_than_a_button_is_not_read() {
        assertThat(ButtonData.decode("1idc" + "1.".repeat(40) + "1")).isEmpty();
    }

    @Test
    void as_many_claims_as_fit_go_along_and_the_best_first() {
        List<ClaimId> many = LongStream.rangeClosed(2_000_000, 2_000_040).mapToObj(ClaimId::new).toList();

        String data = new ButtonData(new Action.NotThis(CLAIM, 1, many), Language.ID).encode();

        assertThat(data.getBytes(StandardCharsets.UTF_8).length).isBetween(58, Button.MAX_DATA_BYTES);
        assertThat(ButtonData.decode(data))
                .hasValueSatisfying(read -> assertThat(((Action.NotThis) read.action()).next())
                .isNotEmpty()
                .isEqualTo(many.subList(0, ((Action.NotThis) read.action()).next().size())));
    }

    @Test
    void the_largest_numbers_still_fit_a_button() {
        List<ClaimId> many = IntStream.range(0, 9).mapToObj(i -> LARGEST).toList();

        assertThat(Stream.of(
                        new Action.Helpful(LARGEST, Long.MAX_VALUE),
                        new Action.NotThis(LARGEST, Long.MAX_VALUE, many),
                        new Action.Choose(LARGEST, many)))
                .allSatisfy(action -> assertThat(new ButtonData(action, Language.ID).encode().length())
                        .isLessThanOrEqualTo(Button.MAX_DATA_BYTES));
    }

    @Test
    void a_turkish_machine_writes_the_same() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(new ButtonData(new Action.SetLanguage(Language.ID), Language.ID).encode()).isEqualTo("1idlid");
        } finally {
            Locale.setDefault(before);
        }
    }
}
