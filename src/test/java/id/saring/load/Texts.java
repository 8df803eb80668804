package id.saring.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Claims and messages about them, the same for the same seed: everyday Indonesian and made-up names, each as frequent
 * as the words of a language are. A fifth of the messages is about nothing that is known.
 */
final class Texts {
    private static final String[] EVERYDAY = """
            yang dan di dari untuk dengan akan pada ini itu tidak ada bisa sudah atau oleh dalam karena saat orang warga
            pemerintah minum makan obat air virus vaksin bantuan dana uang bank kartu gratis hadiah pemilu surat suara gempa
            banjir sekolah anak ibu rumah sakit dokter polisi video foto pesan berantai beredar klaim bahaya kanker sembuh
            kerja lowongan pajak harga minyak beras garam telur susu buah daun rebusan panas dingin malam pagi hari tahun
            """.split("\\s+");
    private static final String[] SYLLABLES =
            "ba be bi bo bu da de di do du ga gi go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu wa ya"
                    .split(" ");
    /** Which word comes next, by its rank among all. */
    private static final Zipf WORDS = new Zipf(30_000, 1);

    private static final int UNKNOWN_ONE_IN = 5;

    private final long seed;
    private final int claims;
    private final int distinct;
    private final @Nullable Zipf popularity;
    private final BitSet seen = new BitSet();
    private long drawn;
    private long repeated;

    /**
     * @param distinct how many different messages there are
     * @param exponent how much likelier some of them are than others, as in Zipf's law; 0 makes no two messages alike
     */
    Texts(long seed, int claims, int distinct, double exponent) {
        this.seed = seed;
        this.claims = claims;
        this.distinct = distinct;
        this.popularity = exponent == 0 ? null : new Zipf(distinct, exponent);
    }

    /** Writes the claims as a file that can be imported. */
    void writeClaims(Path file) {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int i = 0; i < claims; i++) {
                out.printf("""
                        {"key":"load-%d","language":"id","claim":"%s","verdict":"%s","summary":"%s",\
                        "sources":[{"title":"Pemeriksaan %d","url":"https://cek.example/%d"}],"state":"PUBLISHED"}
                        """, i, claim(i), i % 4 == 0 ? "MISLEADING" : "FALSE", sentence(new Random(seed + 7L * i), 25), i, i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message in a run of {@code random}. */
    String draw(Random random) {
        drawn++;
        if (popularity == null) {
            return message(random.nextInt(distinct)) + " " + name(random.nextInt(1_000_000_000));
        }
        int number = popularity.draw(random);
        if (seen.get(number)) {
            repeated++;
        }
        seen.set(number);
        return message(number);
    }

    /** Begins to count anew for {@link #repeated}. */
    void count() {
        drawn = 0;
        repeated = 0;
    }

    /** Which share of the messages drawn since {@link #count} had been drawn before. */
    double repeated() {
        return (double) repeated / Math.max(1, drawn);
    }

    /** A message: a claim as people pass it on, some words lost and some added. */
    String message(int number) {
        Random random = new Random(seed * 31 + number);
        String words = number % UNKNOWN_ONE_IN == 0
                ? sentence(random, 12)
                : claim((int) ((long) number * 7919 % claims));
        StringJoiner text = new StringJoiner(" ");
        text.add(random.nextBoolean() ? "Mohon infonya apakah benar" : "Tolong sebarkan ke grup lain,");
        for (String word : words.split(" ")) {
            if (random.nextInt(12) > 0) {
                text.add(word);
            }
        }
        return text.add(random.nextBoolean() ? "terima kasih" : "copas dari grup sebelah").toString();
    }

    private String claim(int number) {
        Random random = new Random(seed + number);
        return sentence(random, 9 + random.nextInt(8));
    }

    private String sentence(Random random, int words) {
        StringJoiner sentence = new StringJoiner(" ");
        for (int i = 0; i < words; i++) {
            int rank = WORDS.draw(random);
            sentence.add(rank < EVERYDAY.length ? EVERYDAY[rank] : name(rank));
        }
        return sentence.toString();
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        int rest = number + SYLLABLES.length * SYLLABLES.length;
        while (rest > 0) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return name.toString();
    }
}
