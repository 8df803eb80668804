package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "bantuan Rp6.000.000 cair         # 6000000 money",
        "bantuan rp 6 juta cair           # 6000000 money",
        "bantuan 6 juta rupiah            # 6000000 money",
        "gempa 7,6 mengguncang            # 7.6",
        "dua minggu lagi                  # 1209600 time",
        "two hours                        # 7200 time",
        "setinggi 57 meter                # 57 metre",
        "tujuh kontainer                  # 7",
        "seven million deaths             # 7000000",
        "naik 50% tahun 2021              # 50 percent, 2021 date",
        "tanggal 27 Juli 2018             # 27 date, 2018 date",
        "lima belas orang                 # 15 people",
        "lima orang                       # 5 people",
        "dua puluh lima ribu rupiah       # 25000 money",
        "dua puluh satu hari              # 1814400 time",
        "seratus dua puluh kontainer      # 120",
        "dua juta lima ratus ribu warga   # 2500000 people",
        "sejuta dua ratus ribu warga      # 1200000 people",
        "dua ribu triliun                 # 2000000000000000",
        "dua tiga hari                    # 2, 259200 time",
        "tinggal dua puluh. Lima orang    # 20, 5 people",
        "seventy five people              # 75 people",
        "fourteen hundred people          # 1400 people",
        "satu orang                       # ''",
        "5 belas orang 20 lima            # 5, 20, 5",
        "tidak ada angka                  # ''"
    })
    void numbers_are_read_with_what_they_count(String text, String expected) {
        String found = Quantities.in(Tokenizer.tokens(text)).stream()
                .map(q -> number(q.value()) + (q.unit() == null ? "" : " " + q.unit()))
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void two_hours_are_not_two_weeks() {
        var hours = Quantities.in(Tokenizer.tokens("selama dua jam")).get(0);
        var weeks = Quantities.in(Tokenizer.tokens("selama dua minggu")).get(0);
        assertThat(hours.equalTo(weeks)).isFalse();
        assertThat(hours.comparableTo(weeks)).isTrue();
    }

    @Test
    void a_day_is_no_other_year() {
        var day = Quantities.in(Tokenizer.tokens("sampai 5 Januari")).get(0);
        var otherDay = Quantities.in(Tokenizer.tokens("sampai 7 Januari")).get(0);
        var year = Quantities.in(Tokenizer.tokens("sampai 2024")).get(0);
        assertThat(day.comparableTo(year)).isFalse();
        assertThat(day.comparableTo(otherDay)).isTrue();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
