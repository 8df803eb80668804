package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-02-25                      | 2020-02-25
            2020-2-5                        | 2020-02-05
            2020/02/25                      | 2020-02-25
            2020-02-25T17:45:00Z            | 2020-02-25
            2020-02-25T23:59:59.999+07:00   | 2020-02-25
            2020-02-25 08:00                | 2020-02-25
            20200225                        | 2020-02-25
            25 February 2020                | 2020-02-25
            25  February  2020              | 2020-02-25
            2 Feb 2020                      | 2020-02-02
            2nd March 2020                  | 2020-03-02
            February 25, 2020               | 2020-02-25
            Feb. 5, 2020                    | 2020-02-05
            August 30, 2022, 6:01 PM        | 2022-08-30
            25 Februari 2020                | 2020-02-25
            1 Agustus 2018                  | 2018-08-01
            17 Mei 2021                     | 2021-05-17
            Selasa, 25 Februari 2020        | 2020-02-25
            Tuesday, February 25, 2020      | 2020-02-25
            12-Agu-18                       | 2018-08-12
            09-Okt-18                       | 2018-10-09
            29 DESEMBER 2020                | 2020-12-29""")
    void a_day_is_read_in_its_usual_forms(String written, LocalDate day) {
        assertThat(Days.parse(written)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "03/04/2020", "25-02-2020", "2020", "February 2020", "31 February 2020", "2020-13-01", "25 Smarch 2020",
        "stated on July 13, 2010 in an interview:", "kemarin", "2020-02-25x", "20201341", "-"
    })
    void what_could_be_another_day_is_refused(String written) {
        assertThatThrownBy(() -> Days.parse(written))
                .isInstanceOf(BadRowException.class)
                .hasMessageContaining(written)
                .hasMessageContaining("is not a day");
    }
}
