package id.saring.text;

import java.util.regex.Pattern;

/** Recognises a text that itself denies a claim: a fact-check passed on, an office's "tidak benar bahwa …". */
public final class Denials {
    private static final int START = 600;

    private static final Pattern LABEL = Pattern.compile(
            "^\\W{0,12}(?:hoaks|hoax|salah|keliru|disinformasi|misinformasi|cek fakta|klarifikasi|fakta|fact[- ]?check(?:ed)?"
                    + "|false|fake|debunked|misleading|scam alert|waspada penipuan|awas hoaks|awas penipuan)\\s*[\\])]?\\s*[:!.\\])–—-]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL_IN_BRACKETS = Pattern.compile(
            "^\\W{0,6}[\\[(]\\s*(?:salah|hoaks|hoax|disinformasi|keliru|penipuan|klarifikasi|false|fake)\\s*[\\])]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHRASE = Pattern.compile(
            "\\b(?:tidak|tdk|bukan) benar\\b|\\b(?:adalah|itu|merupakan|dipastikan|ternyata) (?:hoaks|hoax|bohong|palsu|penipuan|tidak benar)\\b"
                    + "|\\bkabar (?:bohong|palsu)\\b|\\b(?:mem|di)bantah\\b|\\bmenepis\\b|\\bmenyangkal\\b|\\bit(?:'s| is) not true\\b|\\bnot true that\\b"
                    + "|\\b(?:is|are|was|were) (?:a )?(?:hoax|hoaxes|false|fake)\\b|\\b(?:denies|denied|deny|debunks|debunked|refutes|refuted)\\b"
                    + "|\\bdismiss(?:es|ed) as (?:fake|false)\\b|\\bno (?:evidence|truth)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUESTION = Pattern.compile(
            "\\bapa(?:kah)? (?:ini |itu )?(?:benar|betul)|\\bbenarkah\\b|\\bbetulkah\\b|\\bhoaks? atau\\b|\\batau hoaks?\\b|\\bhoax (?:bukan|atau|gak|ga|ya)\\b"
                    + "|\\bis (?:it|this|that) (?:true|real|fake|false|a hoax)\\b|\\btrue or (?:false|fake)\\b|\\b(?:hoax|hoaks|benar|betul|true|fake|real)\\s*(?:ya|kah|gak|ga|nggak|kan|bukan)?\\s*\\?",
            Pattern.CASE_INSENSITIVE);

    private Denials() {}

    /** Whether the beginning of {@code text} denies something; a question whether something is true does not. */
    public static boolean isDenial(String text) {
        String start = Folding.fold(text.length() > START ? text.substring(0, START) : text);
        if (QUESTION.matcher(start).find()) {
            return false;
        }
        return LABEL.matcher(start).find() || LABEL_IN_BRACKETS.matcher(start).find() || PHRASE.matcher(start).find();
    }
}
