package id.saring.webchat;

import id.saring.chat.Button;
import id.saring.chat.ChatConfiguration;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The real web chat, inbox and workers, with a handler that answers by the words of the message. */
@Configuration(proxyBeanMethods = false)
@Import({ChatConfiguration.class, WebChatConfiguration.class})
public class ChatParts {
    public static final String HOSTILE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    @Bean
    IncomingHandler handler() {
        return message -> switch (message.content()) {
            case Content.Text text -> reply(message, text.text());
            case Content.Press press -> decision(message, RichText.plain("Tombol: " + press.data()), List.of(), null);
            case Content.Unsupported unsupported -> Decision.silence();
            case Content.Reachability reachability -> Decision.silence();
            case Content.Moved moved -> Decision.silence();
        };
    }

    private static Decision reply(IncomingMessage message, String text) {
        return switch (text.strip().split("\\s+", 2)[0]) {
            case "diam" -> Decision.silence();
            case "jahat" -> decision(
                    message, hostile(), List.of(new Button("<b>tombol</b>", "<i>data</i>")), Verdict.MISLEADING);
            default -> text.contains("bawang")
                    ? verdictReply(message)
                    : decision(message, RichText.plain("Gema: " + text), List.of(), null);
        };
    }

    private static Decision verdictReply(IncomingMessage message) {
        List<Button> buttons = List.of(new Button("👍 Membantu", "help:1"), new Button("Bukan ini", "not:1"));
        return decision(message, verdict(message), buttons, Verdict.FALSE);
    }

    private static RichText verdict(IncomingMessage message) {
        boolean english = message.clientLanguage() == Language.EN;
        return new RichText(List.of(
                new RichText.Bold(english ? "❌ FALSE" : "❌ SALAH"),
                new RichText.Plain(english ? "\n\nThe claim that was checked:\n" : "\n\nKlaim yang sudah diperiksa:\n"),
                new RichText.Italic("“Bawang putih menyembuhkan flu”"),
                new RichText.Plain("\n\nTidak ada bukti ilmiah bahwa bawang putih menyembuhkan flu. Flu sembuh sendiri "
                        + "dengan istirahat dan minum cukup.\n\nSebaiknya jangan diteruskan, ya.\n\n"
                        + "Diperiksa 17 Maret 2020 oleh Tim Periksa\nSumber:\n• "),
                new RichText.Link("Cek fakta: bawang putih dan flu", "https://example.org/bawang"),
                new RichText.Plain("\n• "),
                new RichText.Link("Penjelasan dokter", "https://example.com/dokter")));
    }

    private static RichText hostile() {
        return new RichText(List.of(
                new RichText.Bold(HOSTILE),
                new RichText.Plain(HOSTILE),
                new RichText.Italic(HOSTILE),
                new RichText.Link(HOSTILE, "javascript:document.title='owned'")));
    }

    private static Decision decision(
            IncomingMessage message, RichText text, List<Button> buttons, @Nullable Verdict verdict) {
        Language language = message.clientLanguage() == null ? Language.ID : message.clientLanguage();
        return new Decision(
                List.of(new OutgoingMessage(
                        message.chat(), language, text, buttons, verdict, null, message.messageId())),
                () -> {});
    }
}
