package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.ChatAddress;
import id.saring.chat.SendResult;
import id.saring.chat.TroubleLog;
import id.saring.core.Channel;
import id.saring.queue.SettableClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SendFailuresTest {
    private static final ChatAddress SITI = new ChatAddress(Channel.WHATSAPP, "1/ID.a");
    private static final ChatAddress BUDI = new ChatAddress(Channel.WHATSAPP, "1/ID.b");

    private final SettableClock clock = new SettableClock();
    private final TroubleLog<Trouble> troubles = new TroubleLog<>("Sending", Trouble::sentence, clock);
    private final SendFailures failures = new SendFailures(troubles, clock);

    @ParameterizedTest
    @CsvSource({
        // code, subcode, HTTP status, result, least and most seconds, trouble
        "190,    463, 401, Wait,        60,  72,   TOKEN",
        "0,      0,   401, Wait,        60,  72,   TOKEN",
        "-1,     0,   401, Wait,        60,  72,   TOKEN",
        "10,     0,   403, Wait,        60,  72,   PERMISSION",
        "200,    0,   403, Wait,        60,  72,   PERMISSION",
        "299,    0,   403, Wait,        60,  72,   PERMISSION",
        "131005, 0,   403, Wait,        60,  72,   PERMISSION",
        "133010, 0,   400, Wait,        60,  72,   NUMBER",
        "100,    33,  400, Wait,        60,  72,   NUMBER",
        "100,    0,   400, Refused,     0,   0,",
        "4,      0,   400, Wait,        2,   3,    RATE_LIMITED",
        "80007,  0,   429, Wait,        2,   3,    RATE_LIMITED",
        "130429, 0,   429, Wait,        2,   3,    RATE_LIMITED",
        "130429, 0,   400, Wait,        2,   3,    RATE_LIMITED",
        "131056, 0,   400, Wait,        6,   8,",
        "131047, 0,   400, Unreachable, 0,   0,",
        "131026, 0,   400, Unreachable, 0,   0,",
        "131030, 0,   400, Refused,     0,   0,",
        "131031, 0,   403, Wait,        600, 720,  ACCOUNT",
        "368,    0,   403, Wait,        600, 720,  ACCOUNT",
        "131048, 0,   400, Wait,        600, 720,  ACCOUNT",
        "131049, 0,   400, Refused,     0,   0,",
        "131042, 0,   400, Wait,        600, 720,  PAYMENT",
        "131051, 0,   400, Refused,     0,   0,",
        "131052, 0,   400, Refused,     0,   0,",
        "131053, 0,   400, Refused,     0,   0,",
        "132000, 0,   400, Refused,     0,   0,",
        "132001, 0,   404, Refused,     0,   0,",
        "132012, 0,   400, Refused,     0,   0,",
        "132015, 0,   400, Refused,     0,   0,",
        "132016, 0,   400, Refused,     0,   0,",
        "131000, 0,   500, Wait,        0,   2,    SERVER_ERROR",
        "131016, 0,   503, Wait,        0,   2,    SERVER_ERROR",
        "1,      0,   400, Wait,        0,   2,    SERVER_ERROR",
        "2,      0,   503, Wait,        0,   2,    SERVER_ERROR",
        "139999, 0,   500, Wait,        0,   2,    SERVER_ERROR",
        "139999, 0,   400, Refused,     0,   0,",
        "-1,     0,   502, Wait,        0,   2,    SERVER_ERROR",
        "-1,     0,   200, Wait,        0,   2,    UNREADABLE"
    })
    void the_code_decides_what_to_do(
            int code, int subcode, int status, String result, int least, int most, @Nullable Trouble trouble) {
        SendResult given = failures.of(new GraphError(code, subcode, status), SITI);
        assertThat(given.getClass().getSimpleName()).isEqualTo(result);
        if (given instanceof SendResult.Wait wait) {
            assertThat(wait.delay()).isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
        assertThat(troubles.current().orElse(null)).isEqualTo(trouble);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,     500, UNSURE", "-1,     502, UNSURE", "-1,     504, UNSURE", "-1,     200, UNSURE",
        "131016, 503, MESSAGE", "139999, 500, MESSAGE"
    })
    void a_message_that_may_have_been_taken_is_in_doubt_unless_whatsapp_itself_says_no(
            int code, int status, SendResult.Scope scope) {
        assertThat(failures.of(new GraphError(code, 0, status), SITI)).isInstanceOfSatisfying(
                SendResult.Wait.class, wait -> assertThat(wait.scope()).isEqualTo(scope));
    }

    @Test
    void the_wait_for_one_person_grows_by_four_until_a_message_is_taken() {
        assertPairWait(SITI, 6);
        assertPairWait(SITI, 16);
        assertPairWait(BUDI, 6);
        assertPairWait(SITI, 64);
        assertPairWait(SITI, 256);
        assertPairWait(SITI, 1024);
        assertPairWait(SITI, 1024);
        failures.over(SITI);
        assertPairWait(SITI, 6);
        assertThat(failures.pause()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 80007})
    void the_wait_for_too_many_calls_doubles_though_some_is_taken_in_between(int code) {
        for (int seconds : new int[] {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertRateWait(code, seconds);
            assertThat(failures.pause()).isPresent();
            clock.advance(Duration.ofSeconds(seconds + seconds / 5 + 1));
            assertThat(failures.pause()).isEmpty();
            failures.over(BUDI);
        }
        clock.advance(Duration.ofMinutes(6));
        assertRateWait(code, 2);
    }

    @Test
    void a_number_that_sends_too_fast_is_never_silent_for_long() {
        for (int seconds : new int[] {2, 4, 8, 16, 16, 16}) {
            assertRateWait(130429, seconds);
            clock.advance(Duration.ofSeconds(seconds + seconds / 5 + 1));
            assertThat(failures.pause()).isEmpty();
            failures.over(BUDI);
        }
        clock.advance(Duration.ofSeconds(20));
        assertRateWait(130429, 2);
    }

    @Test
    void many_messages_that_meet_a_limit_in_the_same_moment_wait_as_long_as_one() {
        for (int i = 0; i < 50; i++) {
            assertRateWait(130429, 2);
        }
        for (int i = 0; i < 50; i++) {
            Duration wait = ((SendResult.Wait) failures.of(new GraphError(131000, 0, 500), SITI)).delay();
            assertThat(wait).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_limit_does_not_end_a_longer_pause() {
        failures.of(new GraphError(368, 0, 403), SITI);
        failures.of(new GraphError(130429, 0, 429), SITI);
        clock.advance(Duration.ofMinutes(9));
        assertThat(failures.pause()).isPresent();
    }

    @Test
    void what_concerns_every_message_stops_all_sending_for_a_while() {
        assertThat(failures.pause()).isEmpty();
        failures.of(new GraphError(190, 0, 401), SITI);
        assertThat(failures.pause()).isPresent();
        clock.advance(Duration.ofSeconds(59));
        assertThat(failures.pause()).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(failures.pause()).isEmpty();
    }

    @Test
    void a_clock_put_back_does_not_stop_the_sending_for_hours() {
        failures.of(new GraphError(190, 0, 401), SITI);
        clock.advance(Duration.ofHours(-3));
        assertThat(failures.pause()).isEmpty();
    }

    @Test
    void only_the_numbers_of_an_error_are_kept() {
        String body = WhatsAppServer.errorBody(190, 463);
        GraphError error = GraphError.of(JsonMapper.shared().readTree(body).path("error"), 401);
        assertThat(error).isEqualTo(new GraphError(190, 463, 401));
        GraphError strange = GraphError.of(JsonMapper.shared().readTree("{\"code\":\"x\"}"), 500);
        assertThat(strange.code()).isEqualTo(GraphError.UNKNOWN);
    }

    private void assertPairWait(ChatAddress chat, int seconds) {
        assertWait(131056, chat, seconds, 1.2);
    }

    private void assertRateWait(int code, int seconds) {
        // Spread once for all, and once more for each message.
        assertWait(code, SITI, seconds, 1.44);
    }

    private void assertWait(int code, ChatAddress chat, int seconds, double spread) {
        Duration wait = ((SendResult.Wait) failures.of(new GraphError(code, 0, 400), chat)).delay();
        assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis((long) (seconds * spread * 1000)));
    }
}
