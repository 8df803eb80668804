package id.saring.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.Maintenance;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Language;
import id.saring.rate.Allowances;
import id.saring.rate.Rate;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Meets people before their messages are answered. Who asks more than is answered is told so once and then met with
 * silence until they have slowed down, never for longer; their messages are recorded. Who cannot be answered because
 * something fails on our side is told that.
 *
 * <p>Who asked how much is kept in memory: a restart forgets it, and several replicas each count what they handle.
 */
final class Reception implements IncomingHandler {
    /** People remembered, some 500 bytes each. */
    private static final int MOST = 50_000;

    private final IncomingHandler answering;
    private final Voice voice;
    private final AskingRates rates;
    private final Allowances<String> used;

    /** By whose message each was told to slow down, for as long as it takes to have earned everything again. */
    private final Cache<String, String> told;

    /** What it takes to say something of one's own accord, and in time. */
    record Voice(
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            ZoneId zone,
            Clock clock) {
        boolean inTime(IncomingMessage message) {
            return message.sentAt().plus(settings.answerWithin()).isAfter(clock.instant());
        }
    }

    Reception(IncomingHandler answering, Voice voice, AskingRates rates, Ticker ticker) {
        this.answering = answering;
        this.voice = voice;
        this.rates = rates;
        this.used = new Allowances<>(MOST, ticker);
        this.told = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfterAccess(longest(rates.person().rest(), rates.group().rest()))
                .build();
    }

    @Override
    public Decision handle(IncomingMessage message) {
        boolean counts = !message.content().asksNothing() && voice.inTime(message);
        return counts && !use(message) ? tooMuch(message) : answering.handle(message);
    }

    @Override
    public Optional<OutgoingMessage> whilePaused(IncomingMessage message, Maintenance.Notice maintenance) {
        if (!isForUs(message) || !voice.inTime(message)) {
            return Optional.empty();
        }
        Language language = voice.languages().of(message);
        Instant ends = maintenance.ends();
        LocalDateTime until = ends == null ? null : LocalDateTime.ofInstant(ends, voice.zone());
        return Turn.saying(new Reply.Paused(maintenance.in(language), until), language).said(message, voice.replies());
    }

    @Override
    public Optional<OutgoingMessage> apologise(IncomingMessage message) {
        if (!isForUs(message) || !voice.inTime(message)) {
            return Optional.empty();
        }
        Language language = voice.languages().of(message);
        return Turn.saying(new Reply.Trouble(), language).said(message, voice.replies());
    }

    private boolean use(IncomingMessage message) {
        Rate rate = message.group() ? rates.group() : rates.person();
        return used.use(who(message), rate).isZero();
    }

    private Decision tooMuch(IncomingMessage message) {
        Language language = voice.languages().of(message);
        Runnable record = voice.records().silence(message, language, "slowed", LookupRecords.Effort.NONE);
        // Handled once more after a failure, the message is told once more, as the first time was rolled back.
        boolean first = told.get(who(message), who -> message.messageId()).equals(message.messageId());
        Turn turn = first && isForUs(message)
                ? Turn.saying(new Reply.SlowDown(), language)
                : Turn.silence(language);
        return turn.alsoRecording(record).decision(message, voice.replies());
    }

    /** Whether an answer is expected; in a group people mostly talk to each other. */
    static boolean isForUs(IncomingMessage message) {
        return switch (message.content()) {
            case Content.Text text -> !message.group() || text.text().strip().startsWith("/");
            case Content.Press press -> true;
            case Content.Unsupported unsupported -> !message.group();
            case Content.Reachability reachability -> false;
            case Content.Moved moved -> false;
        };
    }

    private static String who(IncomingMessage message) {
        return message.group() ? "group " + message.chat().chat() : message.asker().value();
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
