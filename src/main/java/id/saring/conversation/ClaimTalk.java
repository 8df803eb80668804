package id.saring.conversation;

import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.IncomingMessage;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.reply.Action;
import id.saring.reply.Reply;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The turns that tell of claims. Every claim is read again before it is told, so that neither a cached outcome nor a
 * button of long ago brings an old verdict; and every telling is recorded, so that a later correction finds whom it
 * concerns.
 */
final class ClaimTalk {
    private static final int LATEST = 5;

    /** A list older than this is out of mind; a number is then read as any other text. */
    private static final Duration LIST_IN_MIND = Duration.ofHours(24);

    private final Function<Query, ClaimMatcher.Answer> matcher;
    private final Claims claims;
    private final Lookups lookups;
    private final LookupRecords records;

    ClaimTalk(Function<Query, ClaimMatcher.Answer> matcher, Claims claims, Lookups lookups, LookupRecords records) {
        this.matcher = matcher;
        this.claims = claims;
        this.lookups = lookups;
        this.records = records;
    }

    /** Looks a text up; silent unless sure where {@code onlyIfSure}. */
    Turn check(IncomingMessage message, String text, Language language, boolean onlyIfSure) {
        long start = System.nanoTime();
        ClaimMatcher.Answer answer = matcher.apply(new Query(text, language));
        MatchOutcome outcome = answer.outcome();
        Reply reply = reply(outcome, records.question(message));
        LookupRecords.Effort effort =
                new LookupRecords.Effort(Duration.ofNanos(System.nanoTime() - start), answer.cached());
        if (onlyIfSure && !sure(reply)) {
            Runnable record = records.silence(message, language, outcome.code(), effort);
            return new Turn(null, language, record);
        }
        return told(message, language, code(reply, outcome), reply, confidence(outcome), effort)
                .alsoRecording(records.asked(message, text, language));
    }

    /** The answer to a text that had none before, if there is one by now. */
    Optional<Turn> answerNow(IncomingMessage message, String text, Language language) {
        MatchOutcome outcome = matcher.apply(new Query(text, language)).outcome();
        Reply reply = reply(outcome, null);
        return sure(reply)
                ? Optional.of(
                        told(message, language, outcome.code(), reply, confidence(outcome), LookupRecords.Effort.NONE))
                : Optional.empty();
    }

    private static boolean sure(Reply reply) {
        return reply instanceof Reply.Answer || reply instanceof Reply.Denial;
    }

    private static double confidence(MatchOutcome outcome) {
        return outcome instanceof MatchOutcome.Match match ? match.best().confidence() : 0;
    }

    /**
     * Tells one claim, which the person chose or was sent to.
     *
     * @param chosen the claim, what to offer if it is not it, and the message it was chosen for
     */
    Turn tell(IncomingMessage message, Action.Choose chosen, Language language, String outcome) {
        ClaimId id = chosen.claim();
        Reply reply = claims.find(id)
                .filter(Claim::published)
                .<Reply>map(claim -> new Reply.Answer(claim, chosen.others(), chosen.question()))
                .orElseGet(Reply.Withdrawn::new);
        return told(message, language, outcome, reply, 1, LookupRecords.Effort.NONE);
    }

    /** Offers the claims that were next after one that was not it. */
    Turn offerNext(IncomingMessage message, List<ClaimId> next, @Nullable QuestionKey question, Language language) {
        List<Claim> published = published(next);
        Reply reply = published.isEmpty()
                ? new Reply.NoMoreCandidates(question)
                : new Reply.NextCandidates(published, question);
        return told(message, language, "next", reply, 0, LookupRecords.Effort.NONE);
    }

    Turn latest(IncomingMessage message, Language language) {
        List<Claim> latest = claims.latest(language, 0, LATEST).items();
        if (latest.isEmpty()) {
            latest = claims.latest(null, 0, LATEST).items();
        }
        return told(message, language, "latest", new Reply.Latest(latest), 0, LookupRecords.Effort.NONE);
    }

    /** The list the person was shown last, if that was the last thing told and not long ago. */
    Optional<Lookup> listInMind(IncomingMessage message) {
        return lookups.lastOf(message.asker())
                .filter(last -> last.answer() == null && !last.candidates().isEmpty())
                .filter(last -> last.at().plus(LIST_IN_MIND).isAfter(message.sentAt()));
    }

    private Reply reply(MatchOutcome outcome, @Nullable QuestionKey question) {
        List<Claim> current =
                published(outcome.results().stream().map(r -> r.claim().id()).toList());
        if (current.isEmpty()) {
            return outcome instanceof MatchOutcome.Unreadable ? new Reply.Unreadable() : new Reply.NotFound(question);
        }
        return switch (outcome) {
            case MatchOutcome.Match m -> {
                List<ClaimId> others = current.stream().skip(1).map(Claim::id).toList();
                // The best may have been withdrawn since the matcher learned of it; the others are near, not certain.
                if (!sure(m.best(), current.getFirst())) {
                    yield new Reply.Choices(current, question);
                }
                yield switch (m.denial()) {
                    case NONE -> new Reply.Answer(current.getFirst(), others, question);
                    case PERHAPS -> new Reply.Denial(current.getFirst(), others, false, question);
                    case CLEAR -> new Reply.Denial(current.getFirst(), others, true, question);
                };
            }
            case MatchOutcome.Candidates c -> new Reply.Choices(current, question);
            case MatchOutcome.Keyword k -> new Reply.Subject(current, question);
            case MatchOutcome.NotFound n -> new Reply.NotFound(question);
            case MatchOutcome.Unreadable u -> new Reply.Unreadable();
        };
    }

    private static boolean sure(ScoredClaim best, Claim first) {
        return best.claim().id().equals(first.id());
    }

    /** The matcher's word for the outcome, or the one for what was said instead because claims have been withdrawn. */
    private static String code(Reply reply, MatchOutcome outcome) {
        return switch (reply) {
            case Reply.NotFound n -> new MatchOutcome.NotFound().code();
            case Reply.Choices c -> new MatchOutcome.Candidates(List.of()).code();
            default -> outcome.code();
        };
    }

    private Turn told(
            IncomingMessage message,
            Language language,
            String outcome,
            Reply reply,
            double confidence,
            LookupRecords.Effort effort) {
        Runnable record = records.told(message, language, outcome, reply, confidence, effort);
        return new Turn(reply, language, record);
    }

    private List<Claim> published(Collection<ClaimId> ids) {
        return claims.findAll(ids).stream().filter(Claim::published).toList();
    }
}
