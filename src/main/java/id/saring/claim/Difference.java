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
                differences.add(new Difference(now.get(i).name(), compare(was, now.get(i).text())));
            }
        }
        return differences;
    }

    private record Field(String name, String text) {}

    private static List<Field> fields(ClaimContent content) {
        return List.of(
                new Field("claim", content.text()),
                new Field("verdict", text(content.verdict())),
                new Field("summary", text(content.summary())),
                new Field("sources", content.sources().stream().map(Difference::line).collect(Collectors.joining("\n"))),
                new Field("phrasings", String.join("\n", content.phrasings())),
                new Field("headline", text(content.headline())),
                new Field("language", content.language().code()),
                new Field("kind", text(content.kind())),
                new Field("rating", text(content.rating())),
                new Field("appearances", String.join("\n", content.appearances())),
                new Field("firstSeenOn", text(content.firstSeenOn())),
                new Field("reviewedOn", text(content.reviewedOn())),
                new Field("reviewedBy", text(content.reviewedBy())));
    }

    private static String line(Source source) {
        return source.title() + " <" + source.url() + ">" + (source.publisher() == null ? "" : " " + source.publisher());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    static List<Piece> compare(String before, String after) {
        List<String> old = cut(before, WORD);
        List<String> now = cut(after, WORD);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            old = cut(before, LINE);
            now = cut(after, LINE);
        }
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            old = before.isEmpty() ? List.of() : List.of(before);
            now = after.isEmpty() ? List.of() : List.of(after);
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

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> cut(String text, Pattern piece) {
        return piece.matcher(text).results().map(MatchResult::group).toList();
    }
}
