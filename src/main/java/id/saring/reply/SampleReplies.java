package id.saring.reply;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Replies to try the texts with: each kind, with claims longer than there is room for and with claims that lack what
 * may be lacking.
 */
final class SampleReplies {
    private static final int SUMMARY = 1;
    private static final int REVIEWED_ON = 2;
    private static final int REVIEWED_BY = 4;
    private static final int SOURCES = 8;
    private static final int ALL = 15;

    private static final QuestionKey QUESTION = new QuestionKey("f".repeat(32));

    private static final String LONG_TEXT = "Surat edaran 👨‍👩‍👧‍👦 tentang *vaksin* ".repeat(6);
    private static final String LONG_TITLE = "Cek fakta: ".repeat(12);
    private static final String LONG_URL = "https://example.org/" + "pemeriksaan-fakta/".repeat(6);

    private SampleReplies() {}

    static List<Reply> all() {
        List<Reply> replies = new ArrayList<>(List.of(
                new Reply.NoMoreCandidates(),
                new Reply.NoMoreCandidates(QUESTION),
                new Reply.NotFound(),
                new Reply.NotFound(QUESTION),
                new Reply.Submitted(false, true),
                new Reply.Submitted(false, false),
                new Reply.Submitted(true, true),
                new Reply.Submitted(true, false),
                new Reply.QuestionGone(),
                new Reply.Dismissed(LocalDate.of(2020, 9, 30)),
                new Reply.Retraction(LONG_TEXT, Verdict.FALSE),
                new Reply.Retraction(LONG_TEXT, null),
                new Reply.NoticesStopped(),
                new Reply.NoticesResumed(),
                new Reply.EraseQuestion(),
                new Reply.Erased(),
                new Reply.Unreadable(),
                new Reply.Unsupported(),
                new Reply.TooLong(),
                new Reply.SlowDown(),
                new Reply.Withdrawn(),
                new Reply.Welcome(),
                new Reply.Help(),
                new Reply.About(),
                new Reply.UnknownCommand(),
                new Reply.CheckWhat(),
                new Reply.LanguageQuestion(),
                new Reply.LanguageChosen(),
                new Reply.ThanksForFeedback(),
                new Reply.UnknownButton(),
                new Reply.Trouble(),
                new Reply.Blocked(null),
                new Reply.Blocked(LocalDate.of(2020, 9, 30)),
                new Reply.Paused("", null),
                new Reply.Paused(LONG_TEXT, LocalDate.of(2020, 9, 30).atTime(20, 30)),
                new Reply.Test(),
                new Reply.Latest(List.of())));
        for (int length : new int[] {1, 2, Wording.LONGEST_LIST}) {
            List<Claim> claims = Collections.nCopies(length, claim(Verdict.PARTLY_TRUE, ALL));
            replies.add(new Reply.Choices(claims));
            replies.add(new Reply.NextCandidates(claims));
            replies.add(new Reply.Subject(claims));
            replies.add(new Reply.Subject(claims, QUESTION));
            replies.add(new Reply.Latest(claims));
        }
        for (Verdict verdict : Verdict.values()) {
            addAnswers(claim(verdict, ALL), replies);
            addAnswers(claim(verdict, 0), replies);
        }
        for (int present = 0; present < ALL; present++) {
            addAnswers(claim(Verdict.FALSE, present), replies);
        }
        return replies;
    }

    private static void addAnswers(Claim claim, List<Reply> replies) {
        replies.add(new Reply.Answer(claim, List.of()));
        replies.add(new Reply.Denial(claim, List.of(), true));
        replies.add(new Reply.Denial(claim, List.of(), false));
        replies.add(new Reply.FollowUp(claim));
        replies.add(new Reply.Correction(claim, Verdict.CLARIFICATION));
        replies.add(new Reply.Correction(claim, null));
        replies.add(new Reply.Revision(claim));
    }

    private static Claim claim(Verdict verdict, int present) {
        Source source = new Source(LONG_TITLE, LONG_URL, LONG_TITLE);
        ClaimContent content = new ClaimContent(
                Language.ID,
                LONG_TEXT,
                null,
                verdict,
                null,
                null,
                (present & SUMMARY) == 0 ? null : LONG_TEXT,
                (present & SOURCES) == 0 ? List.of() : Collections.nCopies(5, source),
                List.of(),
                List.of(),
                null,
                (present & REVIEWED_ON) == 0 ? null : LocalDate.of(2020, 9, 30),
                (present & REVIEWED_BY) == 0 ? null : LONG_TITLE);
        return new Claim(new ClaimId(1), "sample", content, ClaimState.PUBLISHED, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
