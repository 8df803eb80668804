package id.saring.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.saring.chat.ChatAddress;
import id.saring.chat.SendResult;
import id.saring.chat.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to do about WhatsApp's errors, by their code; titles and HTTP statuses differ between WhatsApp's own pages. What
 * would befall every message alike stops all sending for a while.
 */
final class SendFailures {
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);
    private static final Duration UNTIL_LIFTED = Duration.ofMinutes(10);
    private static final Duration UNTIL_CALM = Duration.ofSeconds(2);
    private static final Duration LONGEST_CALMING = Duration.ofMinutes(5);

    /** WhatsApp counts a number's messages by the second: a longer silence only lets the queue grow. */
    private static final Duration LONGEST_CALMING_OF_NUMBER = Duration.ofSeconds(16);

    /** WhatsApp asks for 4^n seconds between messages to one person, and lets one through every 6 seconds. */
    private static final int PAIR_BASE = 4;

    private static final int PAIR_LEAST_SECONDS = 6;
    private static final int PAIR_MOST_TIMES = 5;
    private static final int REMEMBERED_PAIRS = 10_000;

    /** What is older says nothing of now: Meta tells for days what we could not store. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    /** Long enough not to be in the way of an account that is ill; the next message shows whether it still is. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(5);

    private final Consumer<Trouble> troubles;
    private final Runnable over;
    private final Clock clock;
    private final Backoff trying;

    /** Not over with the next message taken: under a limit some always are. */
    private final Backoff calming;

    private final Backoff calmingNumber;

    private final Cache<ChatAddress, Integer> pairs = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_PAIRS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private volatile Instant pausedUntil = Instant.MIN;

    SendFailures(TroubleLog<Trouble> troubles, Clock clock) {
        this(troubles::tell, troubles::over, clock);
    }

    private SendFailures(Consumer<Trouble> troubles, Runnable over, Clock clock) {
        this.troubles = troubles;
        this.over = over;
        this.clock = clock;
        this.trying = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), clock);
        this.calming = new Backoff(UNTIL_CALM, LONGEST_CALMING, clock);
        this.calmingNumber = new Backoff(UNTIL_CALM, LONGEST_CALMING_OF_NUMBER, clock);
    }

    /** A message to the chat was taken. */
    void over(ChatAddress chat) {
        trying.reset();
        pairs.invalidate(chat);
        over.run();
    }

    /** Why nothing is to be sent right now; empty if something may be. */
    Optional<SendResult> pause() {
        Duration left = pauseLeft();
        return left.isPositive()
                ? Optional.of(new SendResult.Wait(Backoff.spread(left), "Sending is paused", SendResult.Scope.EVERYTHING))
                : Optional.empty();
    }

    SendResult noAnswer(boolean nobodyThere) {
        return nobodyThere ? waiting(Trouble.NO_ANSWER, trying.next()) : unsure(Trouble.NO_ANSWER);
    }

    SendResult unreadable() {
        return unsure(Trouble.UNREADABLE);
    }

    /**
     * What to do with a message to the chat that met this error at that time, as a later receipt tells. An old error
     * is judged as if by somebody who never met another: it neither pauses the sending of now nor makes waits longer.
     */
    SendResult of(GraphError error, ChatAddress chat, Instant at) {
        boolean fresh = at.plus(FRESH).isAfter(clock.instant());
        return (fresh ? this : new SendFailures(trouble -> {}, () -> {}, clock)).of(error, chat);
    }

    /**
     * What is to be thought of an error of which nobody says when it was met: it may be of now, or days old and told
     * again. It pauses the sending shortly at most; what is sent next shows how things are.
     */
    SendResult undated(GraphError error, ChatAddress chat) {
        SendFailures apart = new SendFailures(troubles, over, clock);
        SendResult asked = apart.of(error, chat);
        if (apart.pauseLeft().isPositive() && UNTIL_KNOWN.compareTo(pauseLeft()) > 0) {
            pausedUntil = clock.instant().plus(UNTIL_KNOWN);
        }
        return asked;
    }

    /** What to do with a message to the chat that met this error just now. */
    SendResult of(GraphError error, ChatAddress chat) {
        return switch (error.code()) {
            case 0, 190 -> paused(Trouble.TOKEN, UNTIL_MENDED);
            case 3, 10, 131005 -> paused(Trouble.PERMISSION, UNTIL_MENDED);
            case 133010 -> paused(Trouble.NUMBER, UNTIL_MENDED);
            case 368, 131031, 131048 -> paused(Trouble.ACCOUNT, UNTIL_LIFTED);
            case 131042 -> paused(Trouble.PAYMENT, UNTIL_LIFTED);
            case 4, 80007 -> paused(Trouble.RATE_LIMITED, calming.next());
            case 130429 -> paused(Trouble.RATE_LIMITED, calmingNumber.next(), SendResult.Scope.TOO_FAST);
            case 131056 -> new SendResult.Wait(
                    nextOfPair(chat), "131056 too many messages to one person", SendResult.Scope.CHAT);
            case 131047 -> new SendResult.Unreachable("131047 the person last wrote more than 24 hours ago");
            case 131026 -> new SendResult.Unreachable("131026 WhatsApp cannot deliver to this person");
            case 100 -> error.subcode() == 33
                    ? paused(Trouble.NUMBER, UNTIL_MENDED)
                    : new SendResult.Refused("100 WhatsApp does not take a parameter of the message");
            case 131030 -> new SendResult.Refused("131030 the test number may write only to people on its list");
            case 131049 -> new SendResult.Refused("131049 WhatsApp holds back such messages to this person for now");
            case 131051, 131052, 131053 ->
                new SendResult.Refused(error.code() + " WhatsApp does not take this kind of message");
            case 1, 2, 131000, 131016, 131057 -> waiting(Trouble.SERVER_ERROR, trying.next());
            default -> byKind(error);
        };
    }

    private SendResult byKind(GraphError error) {
        int code = error.code();
        if (code >= 200 && code < 300) {
            return paused(Trouble.PERMISSION, UNTIL_MENDED);
        }
        if (code >= 132000 && code < 133000) {
            return new SendResult.Refused(code + " WhatsApp does not take the template. Check WHATSAPP_TEMPLATE_NAME,"
                    + " its language, that it is approved, and that its body has one variable");
        }
        if (code == GraphError.UNKNOWN) {
            return switch (error.status()) {
                case 401 -> paused(Trouble.TOKEN, UNTIL_MENDED);
                // Of a gateway in between, which may have handed it on before it gave up.
                case 500, 502, 503, 504 -> unsure(Trouble.SERVER_ERROR);
                default -> unreadable();
            };
        }
        return error.status() >= 500
                ? waiting(Trouble.SERVER_ERROR, trying.next())
                : new SendResult.Refused(code + " WhatsApp refuses the message");
    }

    private SendResult paused(Trouble trouble, Duration wait) {
        return paused(trouble, wait, SendResult.Scope.EVERYTHING);
    }

    private SendResult paused(Trouble trouble, Duration wait, SendResult.Scope scope) {
        // A limit met by a message that was on its way does not end a longer pause.
        if (wait.compareTo(pauseLeft()) > 0) {
            pausedUntil = clock.instant().plus(wait);
        }
        troubles.accept(trouble);
        return new SendResult.Wait(Backoff.spread(wait), trouble.sentence(), scope);
    }

    private SendResult waiting(Trouble trouble, Duration wait) {
        troubles.accept(trouble);
        return new SendResult.Wait(wait, trouble.sentence());
    }

    private SendResult unsure(Trouble trouble) {
        troubles.accept(trouble);
        return new SendResult.Wait(trying.next(), trouble.sentence(), SendResult.Scope.UNSURE);
    }

    private Duration nextOfPair(ChatAddress chat) {
        int times = Math.min(pairs.asMap().merge(chat, 1, Integer::sum), PAIR_MOST_TIMES);
        return Backoff.spread(Duration.ofSeconds(Math.max(PAIR_LEAST_SECONDS, (long) Math.pow(PAIR_BASE, times))));
    }

    private Duration pauseLeft() {
        Duration left = Duration.between(clock.instant(), pausedUntil);
        // A longer one is none of ours: the clock has been put back.
        return left.compareTo(UNTIL_LIFTED) > 0 || left.isNegative() ? Duration.ZERO : left;
    }
}
