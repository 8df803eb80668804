package id.saring.exchange;

import id.saring.core.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words publishers use for their verdicts, in Indonesian and English. A word that is not in the list has no
 * verdict: a moderator decides, nothing is guessed.
 */
final class VerdictWords {
    private static final Map<String, Verdict> WORDS = new HashMap<>();

    static {
        add(Verdict.FALSE,
                "false", "salah", "hoaks", "hoax", "keliru", "tidak benar", "palsu", "penipuan", "disinformasi", "fake",
                "untrue", "incorrect", "scam", "fraud", "disinformation", "pants on fire", "pants fire",
                "konten palsu", "fabricated content", "konten tiruan", "imposter content",
                "konten yang dimanipulasi", "manipulated content");
        add(Verdict.MISLEADING,
                "misleading", "menyesatkan", "misleading content", "konten yang menyesatkan", "konten menyesatkan",
                "false context", "konteks yang salah", "konteks salah", "missing context", "out of context",
                "false connection", "koneksi yang salah", "koneksi keterkaitan yang salah");
        add(Verdict.PARTLY_TRUE,
                "partly true", "sebagian benar", "mixture", "half true", "partially true", "campuran",
                "setengah benar");
        add(Verdict.TRUE, "true", "benar", "fakta", "correct", "accurate");
        add(Verdict.SATIRE, "satire", "satir", "parodi", "parody", "satire or parody", "satire parodi");
        add(Verdict.UNVERIFIED,
                "unverified", "belum terbukti", "unproven", "tak bisa diverifikasi", "tidak bisa diverifikasi",
                "tidak dapat diverifikasi", "belum terverifikasi", "disputed");
        add(Verdict.CLARIFICATION, "clarification", "klarifikasi");
    }

    private VerdictWords() {}

    static Optional<Verdict> verdict(String word) {
        return word.contains("?") ? Optional.empty() : Optional.ofNullable(WORDS.get(normal(word)));
    }

    /** Lower case, with one space for each run of punctuation: {@code [Half-True]} is {@code half true}. */
    static String normal(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static void add(Verdict verdict, String... words) {
        List.of(words).forEach(word -> WORDS.put(word, verdict));
    }
}
