package id.saring.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the placeholders of one reply stand for. A value that is absent is empty, and its section is left out. */
final class Values {
    /** The value of a placeholder. */
    sealed interface Value {}

    /** Text that may be shortened to make the message fit. */
    record Cuttable(String text) implements Value {}

    /** Text that is shown whole or not at all. */
    record Whole(String text) implements Value {}

    /** Whether a section is shown. */
    record Flag(boolean shown) implements Value {}

    /** A section repeated once for each row. */
    record Rows(List<Values> rows) implements Value {
        Rows {
            rows = List.copyOf(rows);
        }
    }

    private final SequencedMap<String, Value> values = new LinkedHashMap<>();

    Values cuttable(String name, @Nullable String text) {
        values.put(name, new Cuttable(text == null ? "" : Shortening.tidy(text)));
        return this;
    }

    Values whole(String name, @Nullable String text) {
        values.put(name, new Whole(text == null ? "" : Shortening.tidy(text)));
        return this;
    }

    Values flag(String name, boolean shown) {
        values.put(name, new Flag(shown));
        return this;
    }

    Values rows(String name, List<Values> rows) {
        values.put(name, new Rows(rows));
        return this;
    }

    Map<String, Value> all() {
        return values;
    }

    Set<String> names() {
        return values.keySet();
    }
}
