package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a claim, cut into words: what the index keeps of it for comparison with messages.
 *
 * @param claim  stems of the wording, content words only, in order
 * @param title  stems of the review's headline
 * @param body   stems of the summary
 * @param names  stems of the wording that are names
 * @param words  all words of wording and headline, unstemmed, stop words included
 * @param day    when the claim was reviewed, as days since 1970; {@link Long#MIN_VALUE} if unknown
 */
record ClaimWords(
        long claimId, List<String> claim, List<String> title, List<String> body, List<String> names, List<String> words, long day) {
    private static final Pattern LEADING_LABEL = Pattern.compile(
            "^\\s*(?:\\[[^\\]]{2,40}\\]|\\(?(?:hoaks|hoax|salah|keliru|disinformasi|cek fakta|fact[- ]?check|false claim|partly false claim"
                    + "|false|altered|missing context)\\)?\\s*[:\\-–—!])\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final long UNKNOWN_DAY = Long.MIN_VALUE;

    /** A claim's wordings: the claim itself first, then its phrasings. */
    static List<ClaimWords> of(Claim claim) {
        ClaimContent content = claim.content();
        TextLanguage language = TextLanguage.of(content.language().code());
        Tokenizer tokenizer = new Tokenizer(language);
        List<Token> title = tokenizer.tokens(withoutLabel(content.headline()));
        List<Token> body = tokenizer.tokens(content.summary() == null ? "" : content.summary());
        LocalDate date = content.reviewedOn() != null ? content.reviewedOn() : content.firstSeenOn();
        long day = date == null ? UNKNOWN_DAY : date.toEpochDay();
        List<ClaimWords> wordings = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(content.text()));
        texts.addAll(content.phrasings());
        for (String text : texts) {
            List<Token> tokens = tokenizer.tokens(withoutLabel(text));
            List<Token> both = new ArrayList<>(tokens);
            both.addAll(title);
            wordings.add(new ClaimWords(
                    claim.id().value(),
                    stems(tokens, language),
                    stems(title, language),
                    stems(body, language),
                    stems(tokens.stream().filter(Token::name).toList(), language),
                    both.stream().map(Token::word).toList(),
                    day));
        }
        return wordings;
    }

    static ClaimWords parse(String stored) {
        String[] parts = stored.split("\n", -1);
        return new ClaimWords(
                Long.parseLong(parts[0]), split(parts[1]), split(parts[2]), split(parts[3]), split(parts[4]), split(parts[5]),
                Long.parseLong(parts[6]));
    }

    String store() {
        return String.join(
                "\n",
                Long.toString(claimId),
                String.join(" ", claim),
                String.join(" ", title),
                String.join(" ", body),
                String.join(" ", names),
                String.join(" ", words),
                Long.toString(day));
    }

    boolean hasDay() {
        return day != UNKNOWN_DAY;
    }

    private static List<String> stems(List<Token> tokens, TextLanguage language) {
        List<String> stems = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (!language.isStopWord(token.word())) {
                stems.add(language.stem(token.word()));
            }
        }
        return stems;
    }

    private static String withoutLabel(@Nullable String text) {
        return text == null ? "" : LEADING_LABEL.matcher(text).replaceFirst("");
    }

    private static List<String> split(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
