package id.saring.conversation;

import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.claim.Claim;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.reply.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prepares the records of what people were told and what they think of it. */
final class LookupRecords {
    /** What an answer took: the time until it was decided, and whether that was known already. */
    record Effort(Duration latency, boolean cached) {
        static final Effort NONE = new Effort(Duration.ZERO, false);
    }

    private final Lookups lookups;
    private final Memory memory;
    private final Clock clock;

    LookupRecords(Lookups lookups, Memory memory, Clock clock) {
        this.lookups = lookups;
        this.memory = memory;
        this.clock = clock;
    }

    /** What the message's words are kept under; null if they are not. */
    @Nullable QuestionKey question(IncomingMessage message) {
        return memory.question(message);
    }

    /** The words that were looked up. */
    Runnable asked(IncomingMessage message, String text, Language language) {
        return memory.asked(message, text, language);
    }

    /** A message that nothing is looked up for; its words are not kept. */
    Runnable unsearched(IncomingMessage message, Language language, Lookup.Unsearched what) {
        return silence(message, language, what.code(), Effort.NONE);
    }

    /** Something was looked up and nothing said. */
    Runnable silence(IncomingMessage message, Language language, String outcome, Effort effort) {
        return write(message, language, outcome, null, List.of(), effort);
    }

    /** @param confidence how sure the answer was, if the reply is one */
    Runnable told(
            IncomingMessage message, Language language, String outcome, Reply reply, double confidence, Effort effort) {
        Runnable lookup = lookup(message, language, outcome, reply, confidence, effort);
        Runnable shown = memory.shown(message, reply, language);
        return () -> {
            lookup.run();
            shown.run();
        };
    }

    private Runnable lookup(
            IncomingMessage message, Language language, String outcome, Reply reply, double confidence, Effort effort) {
        return switch (reply) {
            case Reply.Answer a -> write(message, language, outcome, answer(a.claim(), confidence), a.others(), effort);
            case Reply.Denial d -> write(message, language, outcome, answer(d.claim(), confidence), d.others(), effort);
            case Reply.Choices c -> write(message, language, outcome, null, ids(c.claims()), effort);
            case Reply.NextCandidates c -> write(message, language, outcome, null, ids(c.claims()), effort);
            case Reply.Subject s -> write(message, language, outcome, null, ids(s.claims()), effort);
            case Reply.Latest l -> write(message, language, outcome, null, ids(l.claims()), effort);
            default -> write(message, language, outcome, null, List.of(), effort);
        };
    }

    /** The person found the answer helpful or not. */
    Runnable feedback(
            IncomingMessage message, ClaimId claim, long version, boolean helpful, @Nullable QuestionKey question) {
        Feedback feedback = new Feedback(claim, version, message.asker(), helpful, clock.instant(), question);
        return () -> lookups.note(feedback);
    }

    private Runnable write(
            IncomingMessage message,
            Language language,
            String outcome,
            Lookup.@Nullable Answer answer,
            List<ClaimId> candidates,
            Effort effort) {
        Channel channel = message.chat().channel();
        String forwarding =
                (message.content() instanceof Content.Text text ? text.forwarding() : Content.Forwarding.NONE).name();
        Lookup.Asked asked = new Lookup.Asked(channel, message.asker(), forwarding, key(message));
        Lookup lookup = new Lookup(
                clock.instant(), asked, language, outcome, answer, candidates, effort.latency(), effort.cached());
        return () -> lookups.add(lookup);
    }

    private String key(IncomingMessage message) {
        Channel channel = message.chat().channel();
        return channel.name().toLowerCase(Locale.ROOT) + ":" + memory.keyOf(message).value();
    }

    private static Lookup.Answer answer(Claim claim, double confidence) {
        return new Lookup.Answer(claim.id(), claim.version(), confidence);
    }

    private static List<ClaimId> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
