package id.saring.reply;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.reply.Wording.Extras;
import java.util.List;
import java.util.Optional;

/** Puts replies into the words of {@code responses/} and makes them fit their channel. */
final class Composer {
    /** A claim or summary cut shorter than this says nothing any more; extras go first. */
    static final int SHORTEST_VALUE = 60;

    private final ResponseTexts texts;

    Composer(ResponseTexts texts) {
        this.texts = texts;
    }

    RenderedReply render(Reply reply, Language language, Channel channel) {
        for (Extras extras : extras(channel)) {
            Optional<RenderedReply> fitting = fit(draft(reply, language, extras), language, channel);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        throw new IllegalStateException("Checked when read: " + reply.getClass().getSimpleName() + " fits " + channel);
    }

    /**
     * What to leave out step by step when even the shortest values do not fit: one address can fill a whole message.
     */
    static List<Extras> extras(Channel channel) {
        int most = Limits.of(channel).sources();
        return List.of(
                new Extras(most, true, true),
                new Extras(2, true, true),
                new Extras(1, true, true),
                new Extras(1, false, true),
                new Extras(1, true, false));
    }

    Draft draft(Reply reply, Language language, Extras extras) {
        return new Wording(texts, language).draft(reply, extras);
    }

    /** The draft with its values as long as the channel allows; empty if not even short ones fit. */
    Optional<RenderedReply> fit(Draft draft, Language language, Channel channel) {
        ReplyTemplate template = texts.template(draft.file(), language);
        int limit = limit(draft, channel);
        int tooLong = Limits.of(channel).value() + 1;
        RichText text = template.render(draft.values(), tooLong - 1);
        if (Limits.length(text, channel) > limit) {
            int fits = SHORTEST_VALUE;
            text = template.render(draft.values(), fits);
            if (Limits.length(text, channel) > limit) {
                return Optional.empty();
            }
            while (tooLong - fits > 1) {
                int middle = (fits + tooLong) >>> 1;
                RichText longer = template.render(draft.values(), middle);
                if (Limits.length(longer, channel) <= limit) {
                    fits = middle;
                    text = longer;
                } else {
                    tooLong = middle;
                }
            }
        }
        List<Button> buttons = Limits.fit(draft.buttons(), channel);
        return Optional.of(new RenderedReply(text, buttons, draft.verdict(), draft.previewUrl()));
    }

    static int limit(Draft draft, Channel channel) {
        Limits limits = Limits.of(channel);
        return draft.buttons().isEmpty() ? limits.text() : limits.interactive();
    }
}
