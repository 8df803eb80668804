package id.saring.whatsapp;

import static id.saring.whatsapp.WhatsAppServer.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.chat.TroubleLog;
import id.saring.core.Pseudonym;
import id.saring.rate.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WhatsAppCourtesiesTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void when_more_come_than_may_be_shown_the_rest_is_left_out() {
        try (WhatsAppServer server = WhatsAppServer.start();
                GraphClient client = client(server)) {
            WhatsAppCourtesies courtesies = courtesies(client);
            courtesies.received(List.of(message("wamid.1"), message("wamid.2"), message("wamid.3")));
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            courtesies.received(List.of(message("wamid.4")));
            await().until(() -> server.readMarks().size() == 3);
            assertThat(server.readMarks())
                    .extracting(mark -> mark.path("message_id").asString())
                    .containsExactlyInAnyOrder("wamid.1", "wamid.2", "wamid.4");
        }
    }

    @Test
    void typing_is_not_shown_for_what_is_being_answered_already() {
        try (WhatsAppServer server = WhatsAppServer.start();
                GraphClient client = client(server)) {
            WhatsAppCourtesies courtesies = courtesies(client);
            courtesies.answering("wamid.1");
            courtesies.received(List.of(message("wamid.1"), message("wamid.2")));
            await().until(() -> server.readMarks().size() == 2);
            assertThat(server.readMarks())
                    .filteredOn(mark -> mark.has("typing_indicator"))
                    .extracting((JsonNode mark) -> mark.path("message_id").asString())
                    .containsExactly("wamid.2");
        }
    }

    private WhatsAppCourtesies courtesies(GraphClient client) {
        Clock clock = Clock.systemUTC();
        SendFailures failures = new SendFailures(new TroubleLog<>("Test", Trouble::sentence, clock), clock);
        MessageBodies bodies = new MessageBodies(JSON, new WhatsAppSettings.Template("", ""), language -> "");
        return new WhatsAppCourtesies(
                client, bodies, failures, clock, new Rate(2, Duration.ofSeconds(1), 2), nanos::get);
    }

    private static GraphClient client(WhatsAppServer server) {
        WhatsAppSettings settings = new WhatsAppSettings(
                WhatsAppServer.NUMBER, WhatsAppServer.TOKEN, "secret", "word", server.url(), "v26.0",
                new WhatsAppSettings.Template("", ""));
        return new GraphClient(settings, JSON, new GraphHttp(GraphHttp.Patience.STANDARD));
    }

    private static IncomingMessage message(String id) {
        return new IncomingMessage(
                id,
                new WhatsAppAddress(WhatsAppServer.NUMBER, "6281234567890").chat(),
                new Pseudonym("0123456789abcdef0123456789abcdef"),
                null,
                Clock.systemUTC().instant(),
                false,
                new Content.Text("halo", Content.Forwarding.NONE, false));
    }
}
