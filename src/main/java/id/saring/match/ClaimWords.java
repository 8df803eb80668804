package id.saring.match;

import static java.util.stream.Collectors.joining;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.text.Grams;
import id.saring.text.Negations;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a claim, cut into words: what the index keeps of it for comparison with messages. It is read from one
 * line of text into arrays of term keys, because sixty are read for every message; the stems themselves are cut out
 * only for explanations.
 */
final class ClaimWords {
    private static final Pattern LEADING_LABEL = Pattern.compile(
            "^\\s*(?:\\[[^\\]]{2,40}\\]|\\(?(?:hoaks|hoax|salah|keliru|disinformasi|cek fakta|fact[- ]?check|false claim|partly false claim"
                    + "|false|altered|missing context)\\)?\\s*[:\\-–—!])\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final char NAME = '^';
    private static final long UNKNOWN_DAY = Long.MIN_VALUE;

    /** Of what is stored. */
    private static final int LINES = 8;

    /** Longer summaries are compared by their beginning only. */
    private static final int MAX_BODY = 80;

    private final long claimId;
    private final long day;
    private final boolean negated;
    private final String stored;

    /** Where each line begins, and where another would. */
    private final int[] lines;

    private final long[] claim;
    private final boolean[] names;
    private final boolean[] numbers;
    private final long[] title;
    private final long[] body;
    private final long[] forms;
    private final int[] formStarts;

    private ClaimWords(String stored) {
        this.stored = stored;
        this.lines = lines(stored);
        this.claimId = Long.parseLong(line(0));
        this.day = Long.parseLong(line(1));
        this.negated = line(2).equals("1");
        int size = size(3);
        this.formStarts = new int[size];
        this.names = new boolean[size];
        this.numbers = new boolean[size];
        this.claim = keys(3, size, names, numbers, null);
        this.title = keys(4, size(4), null, null, null);
        this.forms = keys(7, size, null, null, formStarts);
        this.body = keys(5, Math.min(MAX_BODY, size(5)), null, null, null);
    }

    /** A claim's wordings as lines for {@link #parse}: the claim itself first, then its phrasings. */
    static List<String> wordings(Claim claim) {
        ClaimContent content = claim.content();
        TextLanguage language = TextLanguage.of(content.language().code());
        List<Token> title = tokens(withoutLabel(content.headline()), language);
        List<Token> body = tokens(content.summary() == null ? "" : content.summary(), language);
        LocalDate date = content.reviewedOn() != null ? content.reviewedOn() : content.firstSeenOn();
        List<String> wordings = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(content.text()));
        texts.addAll(content.phrasings());
        for (String text : texts) {
            List<Token> tokens = tokens(withoutLabel(text), language);
            List<String> words = new ArrayList<>(tokens.stream().map(Token::word).toList());
            title.forEach(token -> words.add(token.word()));
            wordings.add(String.join(
                    "\n",
                    claim.id().toString(),
                    Long.toString(date == null ? UNKNOWN_DAY : date.toEpochDay()),
                    words.stream().anyMatch(Negations::isNegation) ? "1" : "0",
                    stems(tokens, language),
                    stems(title, language),
                    stems(body, language),
                    String.join(" ", words),
                    tokens.stream().map(Token::word).filter(word -> !language.isStopWord(word)).collect(joining(" "))));
        }
        return wordings;
    }

    static ClaimWords parse(String stored) {
        return new ClaimWords(stored);
    }

    /** The wording that is the claim itself. */
    static ClaimWords ownText(Claim claim) {
        return parse(wordings(claim).getFirst());
    }

    long claimId() {
        return claimId;
    }

    /** When the claim was reviewed, as days since 1970. */
    long day() {
        return day;
    }

    boolean hasDay() {
        return day != UNKNOWN_DAY;
    }

    boolean negated() {
        return negated;
    }

    /** Keys of the wording's stems, each once, in the order of the numbers. */
    long[] distinct() {
        long[] sorted = claim.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** Keys of the wording, the headline and the summary, one after the other. */
    long[] all() {
        return joined(body);
    }

    /** How many they are. */
    int length() {
        return claim.length + title.length + body.length;
    }

    /** Keys of the wording's stems, content words only, in order. */
    long[] claim() {
        return claim;
    }

    boolean isName(int position) {
        return names[position];
    }

    boolean isNumber(int position) {
        return numbers[position];
    }

    /** Keys of the headline's stems. */
    long[] title() {
        return title;
    }

    /** Keys of the summary's stems. */
    long[] body() {
        return body;
    }

    /** Keys of the words that {@link #claim} gives the stems of. */
    long[] forms() {
        return forms;
    }

    /** The word that {@link #claim} gives the stem of at this place. */
    String form(int place) {
        int end = place + 1 < formStarts.length ? formStarts[place + 1] - 1 : lines[LINES] - 1;
        return stored.substring(formStarts[place], end);
    }

    /** All words of wording and headline, unstemmed, stop words included, separated by spaces. */
    String words() {
        return line(6);
    }

    /** The wording's stems as text, in the order of {@link #claim}. */
    List<String> claimStems() {
        return split(line(3)).stream().map(stem -> stem.charAt(0) == NAME ? stem.substring(1) : stem).toList();
    }

    /** Every stem of wording, headline and summary, for the index. */
    String terms() {
        return (line(3) + ' ' + line(4) + ' ' + line(5)).replace(String.valueOf(NAME), "");
    }

    /** The keys of {@link #terms}. */
    long[] termKeys() {
        int bodySize = size(5);
        long[] wholeBody = bodySize == body.length ? body : keys(5, bodySize, null, null, null);
        return joined(wholeBody);
    }

    private long[] joined(long[] body) {
        long[] joined = Arrays.copyOf(claim, claim.length + title.length + body.length);
        System.arraycopy(title, 0, joined, claim.length, title.length);
        System.arraycopy(body, 0, joined, claim.length + title.length, body.length);
        return joined;
    }

    /** The character grams of {@link #words}. */
    long[] grams() {
        LongStream.Builder grams = LongStream.builder();
        Grams.ofWords(words(), grams);
        return grams.build().toArray();
    }

    private static List<Token> tokens(String text, TextLanguage language) {
        return Tokenizer.spellOut(Tokenizer.cut(text), language);
    }

    private static String stems(List<Token> tokens, TextLanguage language) {
        List<String> stems = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (!language.isStopWord(token.word())) {
                stems.add((token.name() ? "" + NAME : "") + language.stem(token.word()));
            }
        }
        return String.join(" ", stems);
    }

    private static String withoutLabel(@Nullable String text) {
        return text == null ? "" : LEADING_LABEL.matcher(text).replaceFirst("");
    }

    private static int[] lines(String stored) {
        int[] lines = new int[LINES + 1];
        for (int i = 1; i < LINES; i++) {
            lines[i] = stored.indexOf('\n', lines[i - 1]) + 1;
        }
        lines[LINES] = stored.length() + 1;
        return lines;
    }

    private String line(int number) {
        return stored.substring(lines[number], lines[number + 1] - 1);
    }

    /** How many words a line has. */
    private int size(int line) {
        int end = lines[line + 1] - 1;
        int size = lines[line] == end ? 0 : 1;
        for (int i = lines[line]; i < end; i++) {
            size += stored.charAt(i) == ' ' ? 1 : 0;
        }
        return size;
    }

    /**
     * Keys of the first words of a line; which are names or numbers, and where each begins, is written down where it is
     * asked for.
     */
    private long[] keys(
            int line, int size, boolean @Nullable [] names, boolean @Nullable [] numbers, int @Nullable [] starts) {
        long[] keys = new long[size];
        int end = lines[line + 1] - 1;
        int from = lines[line];
        for (int i = 0; i < size; i++) {
            boolean name = stored.charAt(from) == NAME;
            from += name ? 1 : 0;
            if (names != null && numbers != null) {
                names[i] = name;
                numbers[i] = Character.isDigit(stored.charAt(from));
            }
            if (starts != null) {
                starts[i] = from;
            }
            long key = TermStatistics.EMPTY;
            for (; from < end && stored.charAt(from) != ' '; from++) {
                key = TermStatistics.extended(key, stored.charAt(from));
            }
            keys[i] = key;
            from++;
        }
        return keys;
    }

    private static List<String> split(String line) {
        return line.isEmpty() ? List.of() : Arrays.asList(line.split(" "));
    }
}
