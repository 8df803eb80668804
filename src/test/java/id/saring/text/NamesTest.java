package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "korut kirim senjata ke Moskow     # country korea utara, country rusia",
        "North Korea and Russia            # country korea utara, country rusia",
        "gunung Ciremai meletus            # place ciremai",
        "undian dari Bank BRI              # bank bri",
        "tidak ada nama di sini            # ''"
    })
    void names_are_found_by_any_spelling(String text, String expected) {
        String found = Names.in(Tokenizer.tokens(text)).stream()
                .map(name -> name.kind() + " " + name.name())
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected);
    }
}
