package id.saring.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.saring.chat.Button;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.chat.RichText.Span;
import id.saring.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the page shows it; the JSON of this record is what the page reads.
 *
 * @param author  who wrote it
 * @param id      the page's own id of a person's message; of an answer, the id of the message it answers, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebMessage(
        Author author,
        @Nullable String id,
        @Nullable String language,
        List<Part> text,
        List<Button> buttons,
        @Nullable Verdict verdict) {
    enum Author {
        PERSON,
        SARING
    }

    enum Style {
        PLAIN,
        BOLD,
        ITALIC,
        LINK
    }

    /** A run of text; only a link has an address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(Style style, String text, @Nullable String url) {
        static Part of(Span span) {
            return switch (span) {
                case RichText.Plain plain -> new Part(Style.PLAIN, plain.text(), null);
                case RichText.Bold bold -> new Part(Style.BOLD, bold.text(), null);
                case RichText.Italic italic -> new Part(Style.ITALIC, italic.text(), null);
                case RichText.Link link -> new Part(Style.LINK, link.text(), link.url());
            };
        }
    }

    static WebMessage ofPerson(String id, String text) {
        return new WebMessage(Author.PERSON, id, null, List.of(new Part(Style.PLAIN, text, null)), List.of(), null);
    }

    static WebMessage ofSaring(OutgoingMessage message, @Nullable String answered) {
        return new WebMessage(
                Author.SARING,
                answered,
                message.language().code(),
                message.text().spans().stream().map(Part::of).toList(),
                message.buttons(),
                message.verdict());
    }

    @Override
    public String toString() {
        return "WebMessage[" + author + "]";
    }
}
