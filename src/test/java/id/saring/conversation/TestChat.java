package id.saring.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.chat.Button;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Content.Forwarding;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person and their chat with Saring: what they do, and what they hear. */
final class TestChat {
    private final IncomingHandler handler;
    private final Database database;
    private final Clock clock;
    private final Channel channel;
    private final @Nullable Language client;
    private final boolean group;
    private final Pseudonym asker;
    private int messages;
    private @Nullable OutgoingMessage heard;

    TestChat(IncomingHandler handler, Database database, Clock clock, Channel channel, @Nullable Language client,
            boolean group) {
        this.handler = handler;
        this.database = database;
        this.clock = clock;
        this.channel = channel;
        this.client = client;
        this.group = group;
        this.asker = new Pseudonym("%032x".formatted(7 + channel.ordinal()));
    }

    Pseudonym asker() {
        return asker;
    }

    TestChat says(String text) {
        return sends(new Content.Text(text, Forwarding.NONE, false), Duration.ZERO);
    }

    TestChat forwards(String text, Duration age) {
        return sends(new Content.Text(text, Forwarding.FREQUENTLY_FORWARDED, false), age);
    }

    TestChat edits(String text) {
        return sends(new Content.Text(text, Forwarding.NONE, true), Duration.ZERO);
    }

    /** Presses the button of the last answer that says {@code label}. */
    TestChat presses(String label) {
        return pressesData(button(label).data());
    }

    TestChat pressesData(String data) {
        return sends(new Content.Press(data, null), Duration.ZERO);
    }

    TestChat sends(Content content, Duration age) {
        String id = "m" + ++messages;
        Decision decision = handler.handle(new IncomingMessage(
                id, new ChatAddress(channel, "1"), asker, client, clock.instant().minus(age), group, content));
        assertThat(decision.replies()).as("one message, at most one answer").hasSizeLessThanOrEqualTo(1);
        database.transact(decision.record());
        heard = decision.replies().isEmpty() ? null : decision.replies().getFirst();
        if (heard != null) {
            assertThat(heard.to()).isEqualTo(new ChatAddress(channel, "1"));
            assertThat(heard.replyTo()).isEqualTo(id);
        }
        return this;
    }

    TestChat hears(Language language, String... parts) {
        assertThat(heard().text().plainText()).contains(parts);
        assertThat(heard().language()).isEqualTo(language);
        return this;
    }

    TestChat hearsNothing() {
        assertThat(heard).isNull();
        return this;
    }

    TestChat seesButtons(String... labels) {
        assertThat(heard().buttons()).extracting(Button::label).containsExactly(labels);
        return this;
    }

    Button button(String label) {
        List<Button> buttons = heard().buttons();
        return buttons.stream()
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + buttons));
    }

    OutgoingMessage heard() {
        if (heard == null) {
            throw new AssertionError("Nothing was said");
        }
        return heard;
    }
}
