package id.saring.conversation;

import id.saring.audit.Lookup;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.reply.Action;
import id.saring.reply.ButtonData;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what Saring says to a message: one message, one answer, no menu first. It sends nothing and stores nothing.
 */
public final class MessageHandler implements IncomingHandler {
    /** The turns a conversation can take. */
    record Talks(ClaimTalk claims, SubmissionTalk submissions, Eraser eraser, Relocation relocation) {}

    private final Talks talks;
    private final ClaimTalk talk;
    private final Replies replies;
    private final SpokenLanguages languages;
    private final LookupRecords records;
    private final ConversationSettings settings;
    private final Clock clock;

    MessageHandler(
            Talks talks,
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            Clock clock) {
        this.talks = talks;
        this.talk = talks.claims();
        this.replies = replies;
        this.languages = languages;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Decision handle(IncomingMessage message) {
        Decision decision = decide(message);
        Runnable heard = talks.submissions().heard(message);
        return new Decision(decision.replies(), () -> {
            heard.run();
            decision.record().run();
        });
    }

    private Decision decide(IncomingMessage message) {
        return switch (message.content()) {
            case Content.Text text -> inTime(message, () -> text(message, text.text()));
            case Content.Unsupported unsupported -> inTime(message, () -> unsupported(message));
            // In time counts from the press, however old the message the button stands under.
            case Content.Press press -> inTime(message, () -> press(message, press.data()));
            case Content.Reachability reachability -> Decision.silence();
            case Content.Moved moved ->
                new Decision(List.of(), () -> talks.relocation().follow(message.chat(), moved.to()));
        };
    }

    private Decision inTime(IncomingMessage message, Supplier<Turn> turn) {
        if (message.sentAt().plus(settings.answerWithin()).isAfter(clock.instant())) {
            return turn.get().decision(message, replies);
        }
        Language language = languages.of(message);
        return new Decision(List.of(), records.silence(message, language, "expired", LookupRecords.Effort.NONE));
    }

    private Turn text(IncomingMessage message, String text) {
        Request request = RequestReader.read(text, message.group());
        // Only what is to be checked is a person's own words; commands are ours.
        Language language = request instanceof Request.Check c
                ? languages.of(message, c.text())
                : languages.of(message);
        return switch (request) {
            case Request.Check check -> check(message, check, language);
            case Request.CheckWhat c -> command(message, Turn.saying(new Reply.CheckWhat(), language));
            case Request.Pick pick -> pick(message, pick, language);
            case Request.Open open -> talk.tell(message, new Action.Choose(open.claim(), List.of()),
                    language, "linked");
            case Request.Start s -> command(message, talks.submissions().start(message, language));
            case Request.StopNotices s -> command(message, talks.submissions().stopNotices(message, language));
            case Request.Erase e -> command(message, Turn.saying(new Reply.EraseQuestion(), language));
            case Request.Help h -> command(message, Turn.saying(new Reply.Help(), language));
            case Request.About a -> command(message, Turn.saying(new Reply.About(), language));
            case Request.Latest l -> talk.latest(message, language);
            case Request.ChangeLanguage change ->
                command(message, changeLanguage(message, change.language(), language));
            case Request.Thank t -> command(message, Turn.saying(new Reply.ThanksForFeedback(), language));
            // In a group it is more likely meant for another bot.
            case Request.UnknownCommand u ->
                message.group()
                    ? Turn.silence(language)
                    : unsearched(message, new Reply.UnknownCommand(), language, Lookup.Unsearched.UNKNOWN_COMMAND);
        };
    }

    private Turn command(IncomingMessage message, Turn turn) {
        return turn.alsoRecording(records.unsearched(message, turn.language(), Lookup.Unsearched.COMMAND));
    }

    private Turn unsearched(IncomingMessage message, Reply reply, Language language, Lookup.Unsearched what) {
        return Turn.saying(reply, language).alsoRecording(records.unsearched(message, language, what));
    }

    private Turn check(IncomingMessage message, Request.Check check, Language language) {
        boolean onlyIfSure = message.group() && !check.asked();
        if (check.text().codePointCount(0, check.text().length()) > settings.longestMessage()) {
            Runnable record = records.unsearched(message, language, Lookup.Unsearched.TOO_LONG);
            return (onlyIfSure ? Turn.silence(language) : Turn.saying(new Reply.TooLong(), language))
                    .alsoRecording(record);
        }
        return talk.check(message, check.text(), language, onlyIfSure);
    }

    private Turn pick(IncomingMessage message, Request.Pick pick, Language language) {
        Optional<Lookup> list = talk.listInMind(message).filter(l -> l.candidates().size() >= pick.number());
        if (list.isEmpty()) {
            return talk.check(message, pick.text(), language, false);
        }
        List<ClaimId> offered = list.get().candidates();
        ClaimId chosen = offered.get(pick.number() - 1);
        Language spoken = languages.continuing(message, list.get().language());
        QuestionKey question = questionOf(list.get());
        return talk.tell(message, new Action.Choose(chosen, without(chosen, offered), question), spoken, "chosen");
    }

    private Turn press(IncomingMessage message, String pressed) {
        Optional<ButtonData> data = ButtonData.decode(pressed);
        if (data.isEmpty()) {
            return Turn.saying(new Reply.UnknownButton(), languages.of(message));
        }
        Language language = languages.continuing(message, data.get().language());
        return switch (data.get().action()) {
            case Action.Helpful h -> Turn.saying(new Reply.ThanksForFeedback(), language)
                    .alsoRecording(records.feedback(message, h.claim(), h.version(), true, null));
            case Action.NotThis n -> talk.offerNext(message, n.next(), n.question(), language)
                    .alsoRecording(records.feedback(message, n.claim(), n.version(), false, n.question()));
            case Action.Choose c -> talk.tell(message, c, language, "chosen");
            case Action.NoneFits n -> Turn.saying(new Reply.NoMoreCandidates(n.question()), language);
            case Action.Submit s -> talks.submissions().submit(message, s.question(), language);
            case Action.Erase e -> Turn.saying(new Reply.Erased(), language)
                    .alsoRecording(() -> talks.eraser().erase(message));
            case Action.SetLanguage s -> changeLanguage(message, s.language(), language);
            case Action.ShowLatest s -> talk.latest(message, language);
        };
    }

    private Turn unsupported(IncomingMessage message) {
        Language language = languages.of(message);
        return message.group()
                ? Turn.silence(language)
                : unsearched(message, new Reply.Unsupported(), language, Lookup.Unsearched.UNSUPPORTED);
    }

    private Turn changeLanguage(IncomingMessage message, @Nullable Language chosen, Language language) {
        if (chosen == null) {
            return Turn.saying(new Reply.LanguageQuestion(), language);
        }
        return Turn.saying(new Reply.LanguageChosen(), chosen)
                .alsoRecording(languages.settling(message, chosen));
    }

    /** The message a list was shown for, by its key in the record of lookups. */
    private static @Nullable QuestionKey questionOf(Lookup list) {
        String key = list.asked().messageKey();
        try {
            return new QuestionKey(key.substring(key.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<ClaimId> without(ClaimId claim, List<ClaimId> claims) {
        return claims.stream().filter(id -> !id.equals(claim)).toList();
    }
}
