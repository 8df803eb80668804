package id.saring.conversation;

import id.saring.core.Language;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the language of a message by the little words every sentence has. */
final class CommonWords {
    private static final Set<String> INDONESIAN = Set.of(
            "ada", "adalah", "agar", "akan", "aku", "anda", "apa", "apakah", "atau", "bagi", "bahwa", "banyak", "belum",
            "benar", "bisa", "bukan", "cara", "cek", "dalam", "dan", "dapat", "dari", "dengan", "di", "dia", "gak", "ga",
            "harus", "hati", "hoaks", "ini", "itu", "jangan", "juga", "kalau", "kalo", "kami", "karena", "ke", "kepada",
            "kita", "lagi", "lebih", "mereka", "minum", "mohon", "nggak", "nya", "oleh", "orang", "pada", "para", "saja",
            "sangat", "saya", "sebagai", "sebarkan", "secara", "sedang", "sehingga", "semua", "seperti", "setelah", "sudah",
            "supaya", "tapi", "telah", "tentang", "teruskan", "tetapi", "tidak", "tolong", "untuk", "utk", "yang", "yg");
    private static final Set<String> ENGLISH = Set.of(
            "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "does", "for",
            "forward", "from", "had", "has", "have", "he", "how", "if", "in", "into", "is", "it", "its", "me", "not", "of",
            "on", "or", "our", "out", "please", "she", "should", "that", "the", "their", "there", "they", "this", "to",
            "true", "was", "we", "were", "what", "when", "which", "who", "will", "with", "you", "your");

    private CommonWords() {}

    /** The language whose words prevail; empty if neither does, as in a keyword or a name. */
    static Optional<Language> languageOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(lower);
        int indonesian = 0;
        int english = 0;
        for (int from = words.first(), to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            String word = lower.substring(from, to);
            indonesian += INDONESIAN.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        if (indonesian == english) {
            return Optional.empty();
        }
        return Optional.of(indonesian > english ? Language.ID : Language.EN);
    }
}
