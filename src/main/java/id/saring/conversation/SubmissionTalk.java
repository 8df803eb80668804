package id.saring.conversation;

import id.saring.chat.IncomingMessage;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.reply.Reply;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Notices;
import id.saring.submission.Question;
import id.saring.submission.Questions;
import java.time.Clock;
import java.util.Optional;

/** The turns in which people send messages for checking, and say whether they want to be told of the result. */
final class SubmissionTalk {
    private final ClaimTalk claims;
    private final Questions questions;
    private final Cases cases;
    private final Contacts contacts;
    private final Notices notices;
    private final Clock clock;

    SubmissionTalk(
            ClaimTalk claims, Questions questions, Cases cases, Contacts contacts, Notices notices, Clock clock) {
        this.claims = claims;
        this.questions = questions;
        this.cases = cases;
        this.contacts = contacts;
        this.notices = notices;
        this.clock = clock;
    }

    /** Sends the person's message for checking, unless it can be answered by now. Pressed again, it changes nothing. */
    Turn submit(IncomingMessage message, QuestionKey key, Language language) {
        boolean told = contacts.wantsNotices(message);
        if (cases.caseOf(key).isPresent()) {
            return Turn.saying(new Reply.Submitted(true, told), language);
        }
        Optional<Question> found = questions.find(key).filter(q -> q.from().asker().equals(message.asker()));
        if (found.isEmpty()) {
            return Turn.saying(new Reply.QuestionGone(), language);
        }
        Question question = found.get();
        return claims.answerNow(message, question.text(), language)
                .orElseGet(() -> Turn.saying(new Reply.Submitted(false, told), language)
                        .alsoRecording(contacts.keeping(message, language, clock.instant()))
                        .alsoRecording(() -> cases.submit(question)));
    }

    /** The person wrote: what could not be sent to them because they had not for long can be now. */
    Runnable heard(IncomingMessage message) {
        Pseudonym chat = contacts.keyOf(message);
        return () -> {
            notices.heard(chat);
            cases.dismissals().heard(chat);
        };
    }

    Turn stopNotices(IncomingMessage message, Language language) {
        return Turn.saying(new Reply.NoticesStopped(), language)
                .alsoRecording(() -> contacts.stopNotices(message, language, clock.instant()));
    }

    /** Greets; who had stopped notices is told from now on. */
    Turn start(IncomingMessage message, Language language) {
        if (contacts.wantsNotices(message)) {
            return Turn.saying(new Reply.Welcome(), language);
        }
        return Turn.saying(new Reply.NoticesResumed(), language)
                .alsoRecording(() -> contacts.resumeNotices(message, language, clock.instant()));
    }
}
