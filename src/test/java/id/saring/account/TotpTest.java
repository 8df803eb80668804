package id.saring.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest // appendix B of RFC 6238, of whose eight digits apps show the last six
    @CsvSource({
        "59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
                "20000000000,353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void a_code_fits_its_own_step_and_the_ones_beside_it() {
        Instant now = Instant.parse("2026-03-01T08:00:10Z");
        long step = Totp.step(now);
        for (int off = -1; off <= 1; off++) {
            assertThat(Totp.matchingStep(KEY, Totp.code(KEY, step + off), now)).hasValue(step + off);
        }
        assertThat(Totp.matchingStep(KEY, Totp.code(KEY, step - 2), now)).isEmpty();
        assertThat(Totp.matchingStep(KEY, Totp.code(KEY, step + 2), now)).isEmpty();
        assertThat(Totp.matchingStep(KEY, "", now)).isEmpty();
    }

    @ParameterizedTest // section 10 of RFC 4648, without padding
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base_32_is_that_of_the_standard_both_ways(String text, String written) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
        assertThat(Totp.fromBase32(written)).asString(StandardCharsets.US_ASCII).isEqualTo(text);
    }
}
