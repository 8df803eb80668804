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
        "131056, 0,   400, Wait,        6,   6,",
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

    @Test
    void the_wait_for_one_person_grows_by_four_until_a_message_is_taken() {
        assertThat(pairWait(SITI)).isEqualTo(6);
        assertThat(pairWait(SITI)).isEqualTo(16);
        assertThat(pairWait(BUDI)).isEqualTo(6);
        assertThat(pairWait(SITI)).isEqualTo(64);
        assertThat(pairWait(SITI)).isEqualTo(256);
        assertThat(pairWait(SITI)).isEqualTo(1024);
        assertThat(pairWait(SITI)).isEqualTo(1024);
        failures.over(SITI);
        assertThat(pairWait(SITI)).isEqualTo(6);
        assertThat(failures.pause()).isEmpty();
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

    private long pairWait(ChatAddress chat) {
        return ((SendResult.Wait) failures.of(new GraphError(131056, 0, 400), chat)).delay().toSeconds();
    }
}
