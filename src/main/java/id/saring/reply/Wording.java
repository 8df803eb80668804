package id.saring.reply;

import id.saring.chat.Button;
import id.saring.claim.Claim;
import id.saring.claim.Source;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.QuestionKey;
import id.saring.core.Verdict;
import id.saring.reply.Labels.ButtonLabel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses for each reply its text, its values and its buttons, in one language. */
final class Wording {
    /** Longer lists are not read, and WhatsApp shows ten rows at most. */
    static final int LONGEST_LIST = 8;

    /** Enough of a claim to recognise it in a list. */
    private static final int CLAIM_IN_LIST = 160;

    /** What of the extras to show when a message would not fit otherwise. */
    record Extras(int sources, boolean buttons, boolean links) {}

    private final ResponseTexts texts;
    private final Language language;
    private final Labels labels;

    Wording(ResponseTexts texts, Language language) {
        this.texts = texts;
        this.language = language;
        this.labels = texts.labels(language);
    }

    Draft draft(Reply reply, Extras extras) {
        return switch (reply) {
            case Reply.Answer a -> answer(ReplyFile.VERDICT, review(a.claim(), extras), a.claim(), a.others(),
                    a.question(), extras);
            case Reply.Denial d -> answer(
                    d.sure() ? ReplyFile.DENIAL : ReplyFile.MENTION, review(d.claim(), extras), d.claim(), d.others(),
                    d.question(), extras);
            case Reply.FollowUp f -> news(ReplyFile.FOLLOW_UP, review(f.claim(), extras), f.claim(), extras);
            case Reply.Dismissed d ->
                    Draft.of(ReplyFile.DISMISSED, new Values().whole("sent_on", date(d.sentOn())), List.of());
            case Reply.Correction c ->
                news(ReplyFile.CORRECTION, review(c.claim(), extras).whole("before", label(c.before())),
                        c.claim(), extras);
            case Reply.Revision r -> news(ReplyFile.REVISION, review(r.claim(), extras), r.claim(), extras);
            case Reply.Retraction r -> Draft.of(
                    ReplyFile.RETRACTION,
                    new Values().whole("before", label(r.before())).cuttable("claim", r.claim()),
                    List.of());
            case Reply.Choices c ->
                list(ReplyFile.CHOICES, new Values(), c.claims(), c.question(), noneFits(c.question()));
            case Reply.NextCandidates c ->
                list(ReplyFile.NEXT_CANDIDATES, new Values(), c.claims(), c.question(), noneFits(c.question()));
            case Reply.Subject s -> {
                Values values = new Values().flag("submittable", s.question() != null);
                yield list(ReplyFile.KEYWORD, values, s.claims(), s.question(), submit(s.question()));
            }
            case Reply.Latest l -> list(ReplyFile.LATEST, new Values(), l.claims(), null, List.of());
            case Reply.NoMoreCandidates n -> submittable(ReplyFile.NO_MORE, n.question());
            case Reply.NotFound n -> submittable(ReplyFile.NOT_FOUND, n.question());
            case Reply.Submitted s -> Draft.of(
                    ReplyFile.SUBMITTED,
                    new Values().flag("again", s.again()).flag("told", s.told()),
                    List.of());
            case Reply.QuestionGone q -> Draft.of(ReplyFile.QUESTION_GONE);
            case Reply.NoticesStopped n -> Draft.of(ReplyFile.NOTICES_STOPPED);
            case Reply.NoticesResumed n -> Draft.of(ReplyFile.NOTICES_RESUMED);
            case Reply.EraseQuestion e -> Draft.of(ReplyFile.ERASE, button(ButtonLabel.ERASE, new Action.Erase()));
            case Reply.Erased e -> Draft.of(ReplyFile.ERASED);
            case Reply.Unreadable u -> Draft.of(ReplyFile.UNREADABLE);
            case Reply.Unsupported u -> Draft.of(ReplyFile.UNSUPPORTED);
            case Reply.TooLong t -> Draft.of(ReplyFile.TOO_LONG);
            case Reply.SlowDown s -> Draft.of(ReplyFile.SLOW_DOWN);
            case Reply.Withdrawn w -> Draft.of(ReplyFile.WITHDRAWN);
            case Reply.Welcome w -> Draft.of(ReplyFile.WELCOME, latest(), otherLanguage());
            case Reply.Help h -> Draft.of(ReplyFile.HELP, latest(), otherLanguage());
            case Reply.About a -> Draft.of(ReplyFile.ABOUT);
            case Reply.UnknownCommand u -> Draft.of(ReplyFile.UNKNOWN_COMMAND);
            case Reply.CheckWhat c -> Draft.of(ReplyFile.CHECK_WHAT);
            case Reply.LanguageQuestion q -> Draft.of(ReplyFile.LANGUAGE, new Values(), languages());
            case Reply.LanguageChosen c -> Draft.of(ReplyFile.LANGUAGE_CHOSEN);
            case Reply.ThanksForFeedback t -> Draft.of(ReplyFile.THANKS);
            case Reply.UnknownButton u -> Draft.of(ReplyFile.UNKNOWN_BUTTON);
            case Reply.Trouble t -> Draft.of(ReplyFile.TROUBLE);
            case Reply.Blocked b ->
                    Draft.of(ReplyFile.BLOCKED, new Values().whole("until", date(b.until())), List.of());
            case Reply.Paused p -> Draft.of(
                    ReplyFile.PAUSED,
                    new Values().cuttable("words", p.words()).whole("ends", time(p.ends())),
                    List.of());
            case Reply.Test t -> Draft.of(ReplyFile.TEST);
        };
    }

    /** With an offer to have the message checked, if there is one. */
    private Draft submittable(ReplyFile file, @Nullable QuestionKey question) {
        return Draft.of(
                file,
                new Values().flag("submittable", question != null),
                submit(question));
    }

    private List<Button> submit(@Nullable QuestionKey question) {
        return question == null ? List.of() : List.of(button(ButtonLabel.SUBMIT, new Action.Submit(question)));
    }

    private List<Button> noneFits(@Nullable QuestionKey question) {
        return List.of(button(ButtonLabel.NONE_FITS, new Action.NoneFits(question)));
    }

    /** A verdict told of our own accord. */
    private Draft news(ReplyFile file, Values values, Claim claim, Extras extras) {
        return answer(file, values, claim, List.of(), null, extras);
    }

    private Values review(Claim claim, Extras extras) {
        Verdict verdict = verdict(claim);
        List<Source> all = claim.content().sources();
        List<Source> sources = all.subList(0, Math.min(all.size(), extras.sources()));
        return new Values()
                .whole("verdict", labels.verdict(verdict))
                .whole("advice", labels.advice(verdict))
                .cuttable("claim", claim.text())
                .cuttable("summary", claim.content().summary())
                .whole("reviewed_on", date(claim.content().reviewedOn()))
                .cuttable("reviewed_by", claim.content().reviewedBy())
                .flag("has_sources", extras.links() && !sources.isEmpty())
                .rows("sources", extras.links() ? sources.stream().map(Wording::source).toList() : List.of());
    }

    private Draft answer(
            ReplyFile file, Values values, Claim claim, List<ClaimId> others, @Nullable QuestionKey question,
            Extras extras) {
        List<Source> all = claim.content().sources();
        List<Button> buttons = extras.buttons()
                ? List.of(
                        button(ButtonLabel.HELPFUL, new Action.Helpful(claim.id(), claim.version())),
                        button(ButtonLabel.NOT_THIS, new Action.NotThis(claim.id(), claim.version(), others, question)))
                : List.of();
        return new Draft(file, values, buttons, verdict(claim), all.isEmpty() ? null : all.getFirst().url());
    }

    private static Values source(Source source) {
        return new Values()
                .cuttable("title", source.title())
                .whole("url", source.url())
                .cuttable("publisher", source.publisher());
    }

    private Draft list(
            ReplyFile file, Values values, List<Claim> all, @Nullable QuestionKey question, List<Button> last) {
        List<Claim> claims = all.subList(0, Math.min(all.size(), LONGEST_LIST));
        List<ClaimId> ids = claims.stream().map(Claim::id).toList();
        List<Values> rows = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (Claim claim : claims) {
            String number = String.valueOf(rows.size() + 1);
            String text = Shortening.tidy(claim.text());
            rows.add(new Values()
                    .whole("number", number)
                    .whole("verdict", labels.verdict(verdict(claim)))
                    .cuttable("claim", Shortening.shorten(text, CLAIM_IN_LIST)));
            List<ClaimId> others = ids.stream().filter(id -> !id.equals(claim.id())).toList();
            buttons.add(button(number + ". " + text, new Action.Choose(claim.id(), others, question)));
        }
        buttons.addAll(last);
        return Draft.of(file, values.flag("several", claims.size() > 1).rows("choices", rows), buttons);
    }

    private Button latest() {
        return button(ButtonLabel.LATEST, new Action.ShowLatest());
    }

    private Button otherLanguage() {
        return languageButton(language == Language.ID ? Language.EN : Language.ID);
    }

    private List<Button> languages() {
        return List.of(Language.values()).stream().map(this::languageButton).toList();
    }

    private Button languageButton(Language chosen) {
        return button(texts.labels(chosen).language(), new Action.SetLanguage(chosen));
    }

    private Button button(ButtonLabel label, Action action) {
        return button(labels.button(label), action);
    }

    private Button button(String label, Action action) {
        return new Button(label, new ButtonData(action, language).encode());
    }

    private @Nullable String label(@Nullable Verdict verdict) {
        return verdict == null ? null : labels.verdict(verdict);
    }

    private static Verdict verdict(Claim claim) {
        return Objects.requireNonNull(claim.verdict(), "A published claim has a verdict");
    }

    /** As people write it: {@code 12 Maret 2020}. */
    private @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /** {@code 12 Maret 2020, 14.30}, or {@code 14:30} in English. */
    private @Nullable String time(@Nullable LocalDateTime time) {
        String pattern = language == Language.ID ? "d MMMM uuuu, HH.mm" : "d MMMM uuuu, HH:mm";
        return time == null ? null : DateTimeFormatter.ofPattern(pattern, language.locale()).format(time);
    }
}
