package id.saring.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    @ParameterizedTest
    @CsvSource({
        "pendek, SHORT",
        "😀😀😀😀😀😀, SHORT",
        "aaaaaaaaaaaaaaaa, SIMPLE",
        "121212121212, SIMPLE",
        "abcdefghijklmnop, SIMPLE",
        "Password1234, SIMPLE",
        "siti-siti-siti, NAME"
    })
    void weak_passwords_are_told_why(String password, Weakness why) {
        assertThat(Passwords.weakness(password, "siti")).contains(why);
    }

    @Test
    void a_password_may_be_long_but_not_endless() {
        assertThat(Passwords.weakness("kata panjang ".repeat(15), "siti")).isEmpty();
        assertThat(Passwords.weakness("kata panjang ".repeat(16), "siti")).contains(Weakness.LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jendela biru hujan", "nzk94-3wvdb-8vybj", "siti suka minum kopi pahit"})
    void good_passwords_are_taken(String password) {
        assertThat(Passwords.weakness(password, "siti")).isEqualTo(Optional.empty());
    }

    @Test
    void no_account_takes_as_long_as_a_wrong_password() {
        Passwords passwords = new Passwords(10);
        String hash = passwords.hash("jendela biru hujan");
        assertThat(passwords.matches("jendela biru hujan", hash)).isTrue();
        long wrong = fastest(() -> passwords.matches("lain", hash));
        long nobody = fastest(() -> passwords.matches("lain", null));
        assertThat((double) nobody / wrong).isBetween(0.5, 2.0);
        assertThat(passwords.matches("lain", null)).isFalse();
    }

    /** Of several, because the machine may be doing other things. */
    private static long fastest(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
