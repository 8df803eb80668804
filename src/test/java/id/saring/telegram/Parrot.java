package id.saring.telegram;

import id.saring.chat.Button;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.core.Language;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Repeats what it is told, in place of the real conversation. */
@Configuration(proxyBeanMethods = false)
class Parrot {
    @Bean
    @Primary
    IncomingHandler repeating() {
        return message -> switch (message.content()) {
            case Content.Text text ->
                say(message, "Tulis: " + text.text(), new Button("Ya", "y"), new Button("Bukan", "n"));
            case Content.Press press -> say(message, "Tekan: " + press.title() + press.data());
            case Content.Unsupported unsupported -> say(message, "Jenis: " + unsupported.kind());
            case Content.Reachability reachability -> Decision.silence();
            case Content.Moved moved -> Decision.silence();
        };
    }

    private static Decision say(IncomingMessage to, String text, Button... buttons) {
        OutgoingMessage answer = new OutgoingMessage(
                to.chat(), Language.ID, RichText.plain(text), List.of(buttons), null, null, to.messageId());
        return new Decision(List.of(answer), () -> {});
    }
}
