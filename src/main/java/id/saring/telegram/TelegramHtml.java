package id.saring.telegram;

import id.saring.chat.RichText;
import id.saring.chat.RichText.Bold;
import id.saring.chat.RichText.Italic;
import id.saring.chat.RichText.Link;
import id.saring.chat.RichText.Plain;

/** Writes text in the HTML Telegram reads, which knows these four named entities and no other. */
final class TelegramHtml {
    private TelegramHtml() {}

    static String of(RichText text) {
        StringBuilder html = new StringBuilder();
        for (RichText.Span span : text.spans()) {
            switch (span) {
                case Plain plain -> html.append(escape(plain.text()));
                case Bold bold -> html.append("<b>").append(escape(bold.text())).append("</b>");
                case Italic italic -> html.append("<i>").append(escape(italic.text())).append("</i>");
                case Link link -> html.append("<a href=\"").append(escape(link.url())).append("\">")
                        .append(escape(link.text())).append("</a>");
            }
        }
        return html.toString();
    }

    /** The same without markup; the addresses of links follow their words. */
    static String plain(RichText text) {
        StringBuilder plain = new StringBuilder();
        for (RichText.Span span : text.spans()) {
            plain.append(span.text());
            if (span instanceof Link link && !link.text().equals(link.url())) {
                plain.append(" (").append(link.url()).append(')');
            }
        }
        return plain.toString();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
