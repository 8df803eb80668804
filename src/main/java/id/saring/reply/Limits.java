package id.saring.reply;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import id.saring.core.Channel;
import java.util.List;

/**
 * How long a message may be on a channel, in UTF-16 units.
 *
 * @param text        a message without buttons
 * @param interactive a message with buttons
 * @param value       one placeholder's value, so that no answer is a wall of text
 * @param sources     how many sources are shown
 */
record Limits(int text, int interactive, int value, int sources) {
    /** WhatsApp's reply buttons; more choices become a list. */
    private static final int WHATSAPP_REPLY_BUTTONS = 3;

    static Limits of(Channel channel) {
        return switch (channel) {
            case TELEGRAM -> new Limits(4096, 4096, 700, 5);
            case WHATSAPP -> new Limits(4096, 1024, 600, 3);
            case WEB -> new Limits(8000, 8000, 1200, 5);
        };
    }

    /**
     * How much of the limit a text takes: Telegram counts after parsing, WhatsApp shows marks and addresses as text.
     */
    static int length(RichText text, Channel channel) {
        return switch (channel) {
            case TELEGRAM, WEB -> text.spans().stream().mapToInt(s -> s.text().length()).sum();
            case WHATSAPP -> text.spans().stream()
                    .mapToInt(span -> switch (span) {
                        case RichText.Plain p -> p.text().length();
                        case RichText.Bold b -> b.text().length() + 2;
                        case RichText.Italic i -> i.text().length() + 2;
                        case RichText.Link l -> l.text().length() + l.url().length() + 3;
                    })
                    .sum();
        };
    }

    /** The longest label of one of {@code count} buttons. */
    static int label(Channel channel, int count) {
        return switch (channel) {
            case TELEGRAM -> 40;
            case WHATSAPP -> count <= WHATSAPP_REPLY_BUTTONS ? 20 : 24;
            case WEB -> 60;
        };
    }

    /** The buttons with labels as long as the channel shows. */
    static List<Button> fit(List<Button> buttons, Channel channel) {
        int longest = label(channel, buttons.size());
        return buttons.stream()
                .map(b -> new Button(Shortening.shorten(b.label(), longest), b.data()))
                .toList();
    }
}
