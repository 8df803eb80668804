package id.saring.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.core.Channel;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ChatConfigurationTest {
    @TempDir
    private Path dir;

    private final Secret secret = new Secret("a secret only for tests");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(SimpleMeterRegistry.class)
            .withBean(Pseudonyms.class, () -> new Pseudonyms(secret))
            .withBean(Sealer.class, () -> new Sealer(secret))
            .withBean(Database.class, () -> Database.open(DatabaseSettings.embedded(dir)))
            .withUserConfiguration(ChatConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    static class EchoingParts {
        @Bean
        RecordingGateway gateway() {
            return new RecordingGateway(Channel.TELEGRAM);
        }

        /** A handler that itself needs the outbox, as the real one does for follow-ups. */
        @Bean
        IncomingHandler handler(Outbox outbox) {
            return message -> new Decision(
                    List.of(ChatFixture.outgoing(message.chat(), "halo")),
                    () -> outbox.send("later", List.of(ChatFixture.outgoing(message.chat(), "nanti"))));
        }
    }

    @Test
    void a_message_handed_in_is_answered_by_the_handler_through_the_gateway() {
        runner.withUserConfiguration(EchoingParts.class).run(context -> {
            context.getBean(Inbox.class).accept(List.of(message(context.getBean(Pseudonyms.class))));
            RecordingGateway gateway = context.getBean(RecordingGateway.class);
            await().untilAsserted(() -> assertThat(gateway.texts()).containsExactly("nanti", "halo"));
        });
    }

    @Test
    void without_a_handler_messages_are_kept_for_one() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            context.getBean(Inbox.class).accept(List.of(message(context.getBean(Pseudonyms.class))));
        });
        runner.withUserConfiguration(EchoingParts.class).run(context -> {
            RecordingGateway gateway = context.getBean(RecordingGateway.class);
            await().untilAsserted(() -> assertThat(gateway.texts()).containsExactly("nanti", "halo"));
        });
    }

    @Test
    void a_memory_shorter_than_the_platforms_redelivery_is_refused() {
        runner.withPropertyValues("saring.chat.keep=7d").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("saring.chat.keep"));
    }

    private static IncomingMessage message(Pseudonyms pseudonyms) {
        return new IncomingMessage(
                "1",
                ChatFixture.CHAT,
                pseudonyms.of(Channel.TELEGRAM, "1"),
                null,
                Instant.EPOCH,
                false,
                ChatFixture.text("halo"));
    }
}
