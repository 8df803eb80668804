package id.saring.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts things worth telling once at the end instead of row by row; keeps no more than a few dozen of them. */
final class Tally {
    private static final int MAX_KINDS = 50;

    private final Map<String, Long> counts = new LinkedHashMap<>();

    void count(String what) {
        if (counts.containsKey(what) || counts.size() < MAX_KINDS) {
            counts.merge(what, 1L, Long::sum);
        }
    }

    /** One sentence for each, with how many rows it was. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        counts.forEach((what, count) ->
                sentences.add("%s (%d %s)".formatted(what, count, count == 1 ? "row" : "rows")));
        return sentences;
    }
}
