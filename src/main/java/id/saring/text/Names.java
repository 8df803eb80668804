package id.saring.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the names of a text that belong to a class of which another member would make it another story: countries,
 * cities, volcanoes, banks, persons, brands. The names lie in {@code names.txt}.
 */
public final class Names {
    /** A name: its class, and the first of its spellings. */
    public record Name(String kind, String name) {}

    /** Where a name stands: from this token on, up to but without that one. */
    public record Mention(Name name, int from, int to) {}

    private static final int LONGEST = 3;

    /** One class as far as another story is concerned: what is said of a city may be said of another's province. */
    private static final Set<String> PLACES = Set.of("city", "province", "mountain");

    private static final Map<String, Name> NAMES = read();

    /** The first word of each name: most words of a text begin none. */
    private static final Set<String> BEGINNINGS = NAMES.keySet().stream()
            .map(name -> name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' ')))
            .collect(WordList.toQuickSet());

    private static final Set<String> WORDS = NAMES.keySet().stream()
            .flatMap(name -> Arrays.stream(name.split(" ")))
            .collect(WordList.toQuickSet());

    private Names() {}

    /** The words that, by themselves or with others, name something. */
    public static Set<String> words() {
        return WORDS;
    }

    /** The names in the order they stand, each once; of overlapping ones the longest. */
    public static Set<Name> in(List<Token> tokens) {
        Set<Name> found = new LinkedHashSet<>();
        mentions(tokens).forEach(mention -> found.add(mention.name()));
        return found;
    }

    /** Every place where a name stands, in order; of overlapping ones the longest. */
    public static List<Mention> mentions(List<Token> tokens) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int length = BEGINNINGS.contains(tokens.get(i).word()) ? Math.min(LONGEST, tokens.size() - i) : 0;
            while (length > 0 && !NAMES.containsKey(join(tokens, i, length))) {
                length--;
            }
            Name name = length == 0 ? null : NAMES.get(join(tokens, i, length));
            if (name != null) {
                found.add(new Mention(name, i, i + length));
            }
            i += Math.max(1, length);
        }
        return found;
    }

    private static String join(List<Token> tokens, int from, int length) {
        StringBuilder joined = new StringBuilder(tokens.get(from).word());
        for (int i = from + 1; i < from + length; i++) {
            joined.append(' ').append(tokens.get(i).word());
        }
        return joined.toString();
    }

    /** Both as they are written there and as the tokenizer spells them out, so that a text's tokens meet them. */
    private static Map<String, Name> read() {
        Map<String, Name> names = new HashMap<>();
        String kind = "";
        for (String line : WordList.lines("names.txt")) {
            if (line.startsWith("class ")) {
                kind = line.substring("class ".length()).strip();
                kind = PLACES.contains(kind) ? "place" : kind;
                continue;
            }
            for (String entry : line.split(",")) {
                List<String> spellings = Arrays.stream(entry.split("=")).map(String::strip)
                        .filter(s -> !s.isEmpty()).toList();
                for (String spelling : spellings) {
                    Name name = new Name(kind, spellings.get(0));
                    names.putIfAbsent(spelling, name);
                    for (TextLanguage language : TextLanguage.values()) {
                        names.putIfAbsent(spelt(spelling, language), name);
                    }
                }
            }
        }
        return WordList.quick(names);
    }

    private static String spelt(String name, TextLanguage language) {
        List<String> words = new ArrayList<>();
        Tokenizer.spellOut(Tokenizer.cut(name), language).forEach(token -> words.add(token.word()));
        return String.join(" ", words);
    }
}
