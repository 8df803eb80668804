package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dates are read. */
class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2020-03-12          | 2020-03-12",
        "12 Maret 2020       | 2020-03-12",
        "12 mar 2020         | 2020-03-12",
        "12-Maret-2020       | 2020-03-12",
        "12 Peb 2020         | 2020-02-12",
        "1 Nopember 2019     | 2019-11-01",
        "17 Agustus 1945     | 1945-08-17",
        "17 Ags. 1945        | 1945-08-17",
        "1 Mei 2021          | 2021-05-01",
        "31 Desember 2018    | 2018-12-31",
        "9 Oktober 2019      | 2019-10-09",
        "March 12, 2020      | 2020-03-12",
        "12th March 2020     | 2020-03-12",
        "May 1st 2021        | 2021-05-01",
        "12/03/2020          | 2020-03-12",
        "12.03.2020          | 2020-03-12",
        "Kamis, 12 Maret 2020 pukul 10.30 | 2020-03-12"
    })
    void dates_are_read_in_both_languages(String text, LocalDate date) {
        assertThat(Dates.in(text, 3)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2020", "Maret 2020", "12 Maret", "12/03/20", "30 Februari 2021", "12 orang 2020",
            "2020-13-01", "0812-3456-7890"})
    void what_is_no_full_date_is_passed_over(String text) {
        assertThat(Dates.in(text, 3)).isEmpty();
    }

    @Test
    void dates_are_told_from_words_that_begin_as_months_do() {
        assertThat(Dates.in("Mari 12desa, mayoritas 7 Mei 2020; sept 12 Maret 2020x (MAY 3, 2021) \u0301Jun 4 2022", 5))
                .containsExactly(LocalDate.of(2020, 5, 7), LocalDate.of(2021, 5, 3), LocalDate.of(2022, 6, 4));
    }

    @Test
    void dates_stand_in_order_and_no_more_than_asked_for() {
        assertThat(Dates.in("2 Mei 2020, 1 Mei 2020, 31.02.2020, 3 Mei 2020, 4 Mei 2020", 3))
                .containsExactly(LocalDate.of(2020, 5, 2), LocalDate.of(2020, 5, 1), LocalDate.of(2020, 5, 3));
    }

    @Test
    void no_date_is_passed_over_that_the_expression_alone_would_find() {
        String[] pieces = {
            "12", "3", "31st", "2020", "1945", "12345", "Mei", "mei.", "MARCH", "sept", "mayoritas", "septemberish",
            "x", "desa", " ", " ", "  ", "\n", "\t", "-", "/", ".", ",", ", ", "th", "2020-03-12", "é", "(", "\u0301"
        };
        Random random = new Random(7);
        int dated = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 12; piece++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            boolean found = Dates.DATE.matcher(text).results().anyMatch(date -> isPossible(date.group()));
            assertThat(Dates.in(text.toString(), 1)).as(text.toString()).hasSize(found ? 1 : 0);
            dated += found ? 1 : 0;
        }
        assertThat(dated).isBetween(500, 15_000);
    }

    private static boolean isPossible(String date) {
        return !Dates.in(date, 1).isEmpty();
    }
}
