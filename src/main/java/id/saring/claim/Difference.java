package id.saring.claim;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two contents, field by field and within each word by word, for people to read.
 *
 * @param field  the field's name as files and interfaces write it: {@code claim}, {@code verdict}, {@code sources}…
 * @param pieces the field's text in reading order; a list has one item a line
 */
public record Difference(String field, List<Piece> pieces) {
    /** Whether a run of text stands in both, only in the older, or only in the newer content. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Piece(Kind kind, String text) {}

    /** Longer texts are compared line by line: comparing costs the square of what differs. */
    private static final int MOST_WORDS = 3000;

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    public Difference {
        pieces = List.copyOf(pieces);
    }

    /** The fields that differ; all of {@code after} if there is nothing before. */
    public static List<Difference> between(@Nullable ClaimContent before, ClaimContent after) {
        List<Difference> differences = new ArrayList<>();
        List<Field> old = before == null ? List.of() : fields(before);
        List<Field> now = fields(after);
        for (int i = 0; i < now.size(); i++) {
            String was = before == null ? "" : old.get(i).text();
            if (!was.equals(now.get(i).text())) {
                differences.add(new Difference(now.get(i).name(), now.get(i).compare(was)));
            }
        }
        return differences;
    }

    /** @param whole whether the text is one thing, such as a verdict or a day, that changes as a whole */
    private record Field(String name, String text, boolean whole) {
        static Field of(String name, @Nullable Object text) {
            return new Field(name, Objects.toString(text, ""), false);
        }

        static Field whole(String name, @Nullable Object text) {
            return new Field(name, Objects.toString(text, ""), true);
        }

        List<Piece> compare(String was) {
            return whole ? replace(was, text) : Difference.compare(was, text);
        }
    }

    private static List<Field> fields(ClaimContent content) {
        return List.of(
                Field.of("claim", content.text()),
                Field.whole("verdict", content.verdict()),
                Field.of("summary", content.summary()),
                Field.of("sources", content.sources().stream().map(Difference::line).collect(Collectors.joining("\n"))),
                Field.of("phrasings", String.join("\n", content.phrasings())),
                Field.of("headline", content.headline()),
                Field.whole("language", content.language()),
                Field.whole("kind", content.kind()),
                Field.of("rating", content.rating()),
                Field.of("appearances", String.join("\n", content.appearances())),
                Field.whole("firstSeenOn", content.firstSeenOn()),
                Field.whole("reviewedOn", content.reviewedOn()),
                Field.of("reviewedBy", content.reviewedBy()));
    }

    private static String line(Source source) {
        return source.title() + " <" + source.url() + ">"
                + (source.publisher() == null ? "" : " " + source.publisher());
    }

    static List<Piece> compare(String before, String after) {
        List<String> old = cut(before, WORD);
        List<String> now = cut(after, WORD);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            old = cut(before, LINE);
            now = cut(after, LINE);
        }
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return replace(before, after);
        }
        List<Piece> pieces = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
            Kind kind = delta.getType() == DeltaType.EQUAL ? Kind.SAME : Kind.REMOVED;
            add(pieces, kind, delta.getSource().getLines());
            if (kind != Kind.SAME) {
                add(pieces, Kind.ADDED, delta.getTarget().getLines());
            }
        }
        return pieces;
    }

    private static List<Piece> replace(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, Kind.REMOVED, before.isEmpty() ? List.of() : List.of(before));
        add(pieces, Kind.ADDED, after.isEmpty() ? List.of() : List.of(after));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> cut(String text, Pattern piece) {
        return piece.matcher(text).results().map(MatchResult::group).toList();
    }
}
