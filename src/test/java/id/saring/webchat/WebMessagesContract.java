package id.saring.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.core.Pseudonym;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** What the store of a browser's messages promises on every database. */
abstract class WebMessagesContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pseudonym CHAT = new Pseudonym("0".repeat(32));

    @RegisterExtension
    final TestStore store;

    private Database database;

    WebMessagesContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        database = store.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbers_grow_also_within_a_millisecond_and_when_the_clock_goes_back() {
        write(NOON, "a");
        write(NOON.minusSeconds(60), "b");
        write(NOON.plusSeconds(60), "c");
        long noon = NOON.toEpochMilli();
        assertThat(at(NOON).after(CHAT, 0).stream().map(WebMessages.Numbered::seq))
                .containsExactly(noon, noon + 1, noon + 60_000);
    }

    @Test
    void only_the_latest_of_a_chat_are_kept() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            write(NOON, id);
        }
        assertThat(ids(NOON, 0)).containsExactly("c", "d", "e");
    }

    @Test
    void old_messages_go_and_a_chat_without_any_goes_with_them_but_never_counts_again() {
        write(NOON, "a");
        write(NOON.plusSeconds(2), "b");
        WebMessages messages = at(NOON);
        assertThat(messages.eraseBefore(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(ids(NOON, 0)).containsExactly("b");
        long last = messages.after(CHAT, 0).getFirst().seq();
        assertThat(messages.eraseBefore(NOON.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(database.read().sql("SELECT count(*) FROM web_chat").query(Long.class).single()).isZero();
        write(NOON.plus(Duration.ofDays(2)), "c");
        assertThat(ids(NOON, last)).containsExactly("c");
    }

    private void write(Instant now, String id) {
        assertThat(at(now).append(CHAT, id, WebMessage.ofPerson(id, "teks"))).isTrue();
    }

    private List<String> ids(Instant now, long after) {
        return at(now).after(CHAT, after).stream().map(numbered -> numbered.message().id()).toList();
    }

    private WebMessages at(Instant now) {
        Sealer sealer = new Sealer(new Secret("a secret for tests only"));
        return new WebMessages(database, sealer, JsonMapper.builder().build(), Clock.fixed(now, ZoneOffset.UTC), 3);
    }
}
