package id.saring.whatsapp;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.chat.Button;
import id.saring.chat.ChatConfiguration;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.RichText;
import id.saring.core.Language;
import id.saring.queue.SettableClock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The real channel, inbox and workers on a clock that stands, with a handler that repeats what it is told. */
@Configuration(proxyBeanMethods = false)
@Import({ChatConfiguration.class, WhatsAppConfiguration.class})
class ParrotParts {
    /** The application's clock, and that of the platform it speaks to. */
    static final SettableClock CLOCK = new SettableClock();

    @Bean
    @Primary
    SettableClock settableClock() {
        return CLOCK;
    }

    /** So that rates know of the time that is moved on. */
    @Bean
    Ticker ticker() {
        return () -> TimeUnit.MILLISECONDS.toNanos(CLOCK.millis());
    }

    @Bean
    IncomingHandler parrot() {
        return message -> switch (message.content()) {
            case Content.Text text when text.text().startsWith("tombol ") ->
                say(message, "Pilih", Integer.parseInt(text.text().substring(7)));
            case Content.Text text -> say(message, text.forwarding() + " " + text.text(), 0);
            case Content.Press press -> say(message, "Tekan " + press.data() + " " + press.title(), 0);
            case Content.Unsupported unsupported -> say(message, "Jenis " + unsupported.kind(), 0);
            case Content.Reachability reachability -> Decision.silence();
            case Content.Moved moved -> Decision.silence();
        };
    }

    private static Decision say(IncomingMessage to, String text, int buttons) {
        List<Button> choices = IntStream.rangeClosed(1, buttons)
                .mapToObj(i -> new Button("Pilihan nomor " + i, "data" + i))
                .toList();
        return new Decision(
                List.of(new OutgoingMessage(
                        to.chat(), Language.ID, RichText.plain(text), choices, null, null, to.messageId())),
                () -> {});
    }
}
