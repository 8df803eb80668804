package id.saring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example of the Standard Webhooks specification. */
    @Test
    void a_message_is_signed_as_the_specification_says() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void every_secret_is_another_one() {
        assertThat(Signature.newSecret()).startsWith("whsec_").hasSize(50).isNotEqualTo(Signature.newSecret());
    }
}
