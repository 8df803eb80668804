package id.saring.text;

import java.util.regex.Pattern;

/** Tells how far a text itself denies a claim: a fact-check passed on, an office's "tidak benar bahwa …". */
public final class Denials {
    /** How sure it is that a text denies what it tells. */
    public enum Denial {
        NONE,
        /** It uses words of denial, but may well deny the denial. */
        PERHAPS,
        CLEAR
    }

    private static final int START = 600;

    private static final Pattern CLEAR = pattern(
            "^\\W{0,12}(?:hoaks|hoax|salah|keliru|disinformasi|misinformasi|false|debunked)\\s?[\\])]?\\s?[:!\\])]",
            "^\\W{0,12}(?:cek fakta|fact[- ]?check(?:ed)?)\\s?[\\])]?\\s?:\\s?(?:tidak benar|salah|hoaks|no\\b|false|it is not true)",
            "^\\W{0,12}(?:tidak|tdk) benar (?:bahwa|kalau|jika|kabar|berita|informasi|klaim|isu)",
            "^\\W{0,12}it(?:'s| is) not true that");
    private static final Pattern PERHAPS = pattern(
            "^\\W{0,12}(?:cek fakta|klarifikasi|fakta|fact[- ]?check(?:ed)?|fake|misleading|scam alert|(?:waspada|awas) (?:hoaks|penipuan))\\W",
            "(?<!\\w)(?:(?:tidak|tdk|bukan) benar|hoa(?:ks|x)|bohong|kabar palsu|membantah|dibantah|menepis|menyangkal|tidak percaya)(?!\\w)",
            "(?<!\\w)(?:mitos|ngawur|omong kosong|ngibul|jangan (?:mudah |mau )?percaya|(?:tidak|tdk|nggak|gak|ga|tak) ada bukti)(?!\\w)",
            "(?<!\\w)(?:myth|nonsense|bogus|lies?|i doubt|(?:no|zero) proof|zero evidence|wrong that|(?:don'?t|do not|nobody) believes?)(?!\\w)",
            "(?:^\\W{0,12}|[.!?]\\s{0,3})(?:salah(?: besar| total)?|keliru(?: besar)?|palsu|wrong)\\s*[,.!:]",
            "^\\W{0,12}(?:salah besar|keliru)(?!\\w)",
            "(?<!\\w)(?:not true|hoax|hoaxes|fake|false|den(?:y|ies|ied)|debunk(?:s|ed)|refut(?:es|ed)|dismiss(?:es|ed)|no evidence)(?!\\w)");
    private static final Pattern TURN = pattern(
            "(?<!\\w)(?:tapi|tetapi|padahal|faktanya|nyatanya|justru|namun|but|however|actually|although)(?!\\w)",
            "(?<!\\w)(?:benar|true)\\W*$");
    private static final Pattern QUESTION = pattern(
            "(?<!\\w)(?:apa(?:kah)? (?:ini |itu )?(?:benar|betul)|benarkah|betulkah|hoa(?:ks|x) atau|atau hoa(?:ks|x))",
            "(?<!\\w)(?:is (?:it|this|that) (?:true|real|fake|false|a hoax)|true or (?:false|fake))",
            "(?<!\\w)(?:hoa(?:ks|x)|benar|betul|true|fake|real)\\s*(?:ya|kah|gak|ga|nggak|kan|bukan)?\\s*\\?");

    private Denials() {}

    /**
     * How far the beginning of {@code text} denies something. A question whether something is true does not, but may
     * be followed by an answer that does.
     */
    public static Denial in(String text) {
        String start = Folding.fold(text.length() > START ? text.substring(0, START) : text);
        boolean question = QUESTION.matcher(start).find();
        if (CLEAR.matcher(start).find()) {
            return question || TURN.matcher(start).find() ? Denial.PERHAPS : Denial.CLEAR;
        }
        String answer = question ? QUESTION.matcher(start).replaceAll(" ") : start;
        return PERHAPS.matcher(answer).find() ? Denial.PERHAPS : Denial.NONE;
    }

    private static Pattern pattern(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE);
    }
}
