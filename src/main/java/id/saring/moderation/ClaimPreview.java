package id.saring.moderation;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.reply.RenderedReply;
import id.saring.reply.Replies;
import id.saring.reply.Reply;
import id.saring.submission.HeardWordings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a claim as it is being written would say in each channel and language, and which other claims it is like.
 */
final class ClaimPreview {
    private static final int MOST_SIMILAR = 3;

    /** Drafts looked at closely. */
    private static final int MOST_DRAFTS = 5;

    /** Stands for the id of a claim that has none yet: no button carries a longer one. */
    private static final ClaimId NEW = new ClaimId(Long.MAX_VALUE);

    private final Replies replies;
    private final ClaimMatcher matcher;
    private final ClaimCatalog catalog;
    private final HeardWordings wordings;

    ClaimPreview(Replies replies, ClaimMatcher matcher, ClaimCatalog catalog, HeardWordings wordings) {
        this.replies = replies;
        this.matcher = matcher;
        this.catalog = catalog;
        this.wordings = wordings;
    }

    /** A reply as a channel sends it. */
    record Bubble(Channel channel, Language language, List<Run> runs, List<String> buttons) {}

    /**
     * A run of text.
     *
     * @param kind {@code plain}, {@code bold}, {@code italic} or {@code link}
     */
    record Run(String kind, String text, @Nullable String url) {
        static Run of(RichText.Span span) {
            return switch (span) {
                case RichText.Plain plain -> new Run("plain", plain.text(), null);
                case RichText.Bold bold -> new Run("bold", bold.text(), null);
                case RichText.Italic italic -> new Run("italic", italic.text(), null);
                case RichText.Link link -> new Run("link", link.text(), link.url());
            };
        }
    }

    /** @param sure whether the matcher would answer the text with one of them, were it published */
    record Similar(List<Claim> claims, boolean sure) {
        /** Their ids, to tell whether somebody has seen this warning. */
        public String seen() {
            return String.join(" ", claims.stream().map(claim -> claim.id().toString()).toList());
        }
    }

    /** Empty as long as the claim has no text or no verdict. */
    List<Bubble> bubbles(ClaimFields fields, @Nullable ClaimId id) {
        Verdict verdict = verdict(fields);
        if (fields.text().isBlank() || verdict == null) {
            return List.of();
        }
        ClaimContent content = content(fields, verdict);
        Claim claim = new Claim(
                id == null ? NEW : id, "preview", content, ClaimState.PUBLISHED, 1, Instant.EPOCH, Instant.EPOCH);
        List<Bubble> bubbles = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Channel channel : List.of(Channel.TELEGRAM, Channel.WHATSAPP, Channel.WEB)) {
                RenderedReply reply = replies.render(new Reply.Answer(claim, List.of()), language, channel);
                bubbles.add(new Bubble(
                        channel,
                        language,
                        reply.text().spans().stream().map(Run::of).toList(),
                        reply.buttons().stream().map(Button::label).toList()));
            }
        }
        return bubbles;
    }

    /**
     * Whether what is to be published is somebody's own words, or holds their number or address. Phrasings are what
     * people sent, word for word: that is what they are for.
     */
    boolean personal(ClaimFields fields) {
        return Stream.of(fields.text(), fields.headline(), fields.summary())
                        .filter(text -> text.length() <= ClaimFields.TEXT)
                        .anyMatch(wordings::isPersonal)
                || fields.phrasings().stream().anyMatch(HeardWordings::looksPrivate);
    }

    Similar similar(ClaimFields fields, @Nullable ClaimId id) {
        if (fields.text().isBlank() || fields.text().length() > ClaimFields.TEXT) {
            return new Similar(List.of(), false);
        }
        MatchOutcome outcome = matcher.match(new Query(fields.text(), Language.of(fields.language()).orElse(null)));
        boolean sure = outcome instanceof MatchOutcome.Match match && !match.best().claim().id().equals(id);
        List<Claim> drafts = sayingTheSame(
                catalog.near(fields.text(), ClaimState.DRAFT, MOST_DRAFTS).stream()
                        .filter(draft -> !draft.id().equals(id))
                        .toList(),
                fields.text());
        List<Claim> claims = Stream.concat(
                        drafts.stream(),
                        outcome.results().stream().map(ScoredClaim::claim).filter(claim -> !claim.id().equals(id)))
                .limit(MOST_SIMILAR)
                .toList();
        return new Similar(claims, sure || !drafts.isEmpty());
    }

    /** Those of the drafts that, were they published, would be the answer to the text. */
    private List<Claim> sayingTheSame(List<Claim> drafts, String text) {
        List<ClaimId> answering = matcher.wouldAnswer(drafts.stream().map(ClaimPreview::published).toList(), text)
                .stream()
                .map(Claim::id)
                .toList();
        return drafts.stream().filter(draft -> answering.contains(draft.id())).toList();
    }

    private static Claim published(Claim draft) {
        ClaimContent content = draft.content();
        Verdict verdict = content.verdict() == null ? Verdict.FALSE : content.verdict();
        ClaimContent decided = new ClaimContent(
                content.language(), content.text(), content.headline(), verdict, content.rating(), content.kind(),
                content.summary(), content.sources(), content.phrasings(), content.appearances(),
                content.firstSeenOn(), content.reviewedOn(), content.reviewedBy());
        return new Claim(
                draft.id(), draft.key(), decided, ClaimState.PUBLISHED, draft.version(), draft.createdAt(),
                draft.updatedAt());
    }

    private static @Nullable Verdict verdict(ClaimFields fields) {
        try {
            return fields.verdict().isBlank()
                    ? null
                    : Verdict.valueOf(fields.verdict().strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What can be shown already while other fields are still being typed. */
    private static ClaimContent content(ClaimFields fields, Verdict verdict) {
        ClaimContent whole = fields.check().content();
        if (whole != null) {
            return whole;
        }
        String summary = cut(fields.summary(), ClaimFields.SUMMARY);
        List<Source> sources = fields.sources().stream()
                .filter(source -> ClaimFields.isWebAddress(source.url().strip()))
                .map(source -> new Source(
                        source.title().isBlank() ? cut(fields.text(), ClaimFields.HEADLINE) : source.title(),
                        source.url().strip(),
                        source.publisher().isBlank() ? null : source.publisher()))
                .toList();
        return new ClaimContent(
                Language.of(fields.language()).orElse(Language.ID), cut(fields.text(), ClaimFields.TEXT), null, verdict,
                null, null, summary.isBlank() ? null : summary, sources, List.of(), List.of(), null, null,
                Optional.of(fields.reviewedBy()).filter(name -> !name.isBlank()).orElse(null));
    }

    private static String cut(String text, int most) {
        return Objects.requireNonNull(text).length() <= most ? text : text.substring(0, most);
    }
}
