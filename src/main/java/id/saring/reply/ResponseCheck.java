package id.saring.reply;

import id.saring.chat.RichText;
import id.saring.core.Channel;
import id.saring.core.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries all texts before any of them is sent: every reply, for long and for bare claims, in every language, on every
 * channel. What passes here cannot fail later.
 */
final class ResponseCheck {
    private final ResponseTexts texts;
    private final Composer composer;

    ResponseCheck(ResponseTexts texts) {
        this.texts = texts;
        this.composer = new Composer(texts);
    }

    /** @throws ResponsesException for the first text that is wrong */
    void run() {
        Map<ReplyFile, Set<String>> placeholders = placeholders();
        for (Language language : Language.values()) {
            placeholders.forEach((file, names) -> checkNames(file, language, names));
            for (Reply reply : SampleReplies.all()) {
                for (Channel channel : Channel.values()) {
                    check(reply, language, channel);
                }
            }
        }
    }

    /** The placeholders and sections each text may use. */
    Map<ReplyFile, Set<String>> placeholders() {
        Map<ReplyFile, Set<String>> placeholders = new EnumMap<>(ReplyFile.class);
        for (Reply reply : SampleReplies.all()) {
            Draft draft = composer.draft(reply, Language.ID, Composer.extras(Channel.WEB).getFirst());
            collect(draft.values(), placeholders.computeIfAbsent(draft.file(), file -> new TreeSet<>()));
        }
        return placeholders;
    }

    private static void collect(Values values, Set<String> names) {
        names.addAll(values.all().keySet());
        for (Values.Value value : values.all().values()) {
            if (value instanceof Values.Rows rows) {
                rows.rows().forEach(row -> collect(row, names));
            }
        }
    }

    private void checkNames(ReplyFile file, Language language, Set<String> known) {
        Set<String> used = texts.template(file, language).names();
        for (String name : used) {
            if (!known.contains(name)) {
                throw new ResponsesException(file.path(language), "has an unknown placeholder {{" + name + "}}");
            }
        }
        for (String required : new TreeSet<>(file.required())) {
            if (!used.contains(required)) {
                throw new ResponsesException(file.path(language), "does not show {{" + required + "}}");
            }
        }
    }

    private void check(Reply reply, Language language, Channel channel) {
        Draft draft = composer.draft(reply, language, Composer.extras(channel).getFirst());
        String path = draft.file().path(language);
        try {
            RichText text = texts.template(draft.file(), language).render(draft.values(), Composer.SHORTEST_VALUE);
            int length = Limits.length(text, channel);
            int limit = Composer.limit(draft, channel);
            if (length > limit) {
                throw new ResponsesException(path,
                        "is too long for %s: with a long claim it takes %d characters where %d fit"
                        .formatted(channel, length, limit));
            }
            if (text.plainText().isBlank()) {
                throw new ResponsesException(path, "says nothing when all that may be absent is absent");
            }
        } catch (IllegalArgumentException e) {
            throw new ResponsesException(path, String.valueOf(e.getMessage()));
        }
    }
}
