package id.saring.chat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text with the little formatting every platform has. Each channel writes it in its own markup, escaping what it must,
 * so that no text of a person or a claim is ever read as markup.
 */
public record RichText(List<Span> spans) {
    /** A run of text; line breaks are {@code \n}. */
    public sealed interface Span {
        String text();
    }

    public record Plain(String text) implements Span {}

    public record Bold(String text) implements Span {}

    public record Italic(String text) implements Span {}

    public record Link(String text, String url) implements Span {}

    public RichText {
        spans = List.copyOf(spans);
    }

    public static RichText plain(String text) {
        return new RichText(List.of(new Plain(text)));
    }

    /** The text without its formatting; link addresses are left out. */
    public String plainText() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
