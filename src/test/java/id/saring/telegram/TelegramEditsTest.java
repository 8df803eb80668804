package id.saring.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.saring.chat.TestOffice;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telegram.telegrambots.meta.api.objects.Update;

/** A message and its edits, of which each may come to another replica, are stored once for each text they have. */
class TelegramEditsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_780_000_000);
    private static final Secret SECRET = new Secret("a secret only for tests");

    @RegisterExtension
    final TestStore store = TestStore.postgres();

    @Test
    void an_edit_without_a_new_text_is_answered_by_no_replica() throws Exception {
        try (Replica one = new Replica(); Replica two = new Replica()) {
            assertThat(one.receives("message", "Vaksin")).isEqualTo(1);
            assertThat(two.receives("edited_message", "Vaksin")).as("a link preview appeared").isZero();
            assertThat(two.receives("edited_message", "Vaksin chip")).isEqualTo(1);
            assertThat(one.receives("edited_message", "Vaksin chip")).isZero();
        }
    }

    @Test
    void an_edit_that_overtakes_its_message_is_answered_once_too() throws Exception {
        try (Replica one = new Replica(); Replica two = new Replica()) {
            assertThat(two.receives("edited_message", "Vaksin")).isEqualTo(1);
            assertThat(one.receives("message", "Vaksin")).isZero();
        }
    }

    private final class Replica implements AutoCloseable {
        private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        private final Pseudonyms pseudonyms = new Pseudonyms(SECRET);
        private final TelegramUpdates updates =
                new TelegramUpdates(pseudonyms, clock, new PollState(clock, new SimpleMeterRegistry()));
        private final TestOffice office =
                new TestOffice(store.open(), clock, pseudonyms, new Sealer(SECRET), List.of());

        /** How many messages were new. */
        int receives(String kind, String text) throws JsonProcessingException {
            Update update = UpdateJson.MAPPER.readValue("""
                    {"update_id":1,"%s":{"message_id":7,"date":1779999000,"edit_date":1779999100,"text":"%s",
                     "chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"Siti"}}}"""
                    .formatted(kind, text), Update.class);
            return office.inbox().accept(updates.map(List.of(update)).messages());
        }

        @Override
        public void close() {
            office.close();
        }
    }
}
