package id.saring.bench;

import static id.saring.bench.SyntheticWords.pick;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Claims, and messages that repeat them, made from a seed: invented words with the frequencies of real ones, templates,
 * names, numbers, subjects that many claims share, in Indonesian and English. Each is made by its number alone, so that
 * any amount of them needs no memory, and the same seed gives the same ones everywhere.
 */
public final class SyntheticClaims {
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;

    /** Claims on one subject share its words and names. */
    private static final int CLAIMS_OF_A_SUBJECT = 25;

    private static final List<Verdict> VERDICTS =
            List.of(Verdict.FALSE, Verdict.FALSE, Verdict.FALSE, Verdict.MISLEADING, Verdict.TRUE);

    /** S is a word of the subject, W any word, N a name, P a place, D a number. */
    private static final List<String> INDONESIAN = List.of(
            "N S W di P karena W S yang W", "W S untuk D W yang W di P", "video N W S dengan W W",
            "mulai D W S dan W dari W", "S dan W dapat W W dalam D W", "foto W S W saat N W di P",
            "pemerintah P akan W S W ke W", "N S tidak W karena W W", "D W di P W setelah W S W",
            "W W S pada W oleh N dan W", "ini W S yang di W oleh W", "S W W itu W di P", "W dari N untuk W S",
            "N W kepada N agar S W", "di P ada S W yang belum W", "tidak ada S yang W N di W");
    private static final List<String> ENGLISH = List.of(
            "N S W in P because of W S and W", "a W S for D W who W in P", "video of N with the W S W",
            "from D on every S W and W", "S and W will W the W in D W", "photo of a W S W when N was W in P",
            "the government of P will W S W for W", "N S is not W because W W", "D W in P W after W S W",
            "the W W S was W by N and a W", "this is the S that W W to W", "S W W and it W in P", "W from N to the W S",
            "N W to N so that S W", "in P there is a S W that was not W", "there is no S that W N at W");
    private static final List<String> GREETINGS = List.of(
            "Assalamualaikum, info dari grup sebelah:", "SEBARKAN!!!", "Forwarded many times", "apa benar ini?",
            "Breaking!!", "dpt dari tetangga", "mohon dicek kebenarannya", "is this true?", "hati2 ya semua");
    private static final List<String> ENDINGS = List.of(
            "sebarkan ke keluarga dan teman", "share to all your groups", "viralkan!", "jangan berhenti di kamu",
            "pls forward", "🙏🙏");

    private final long seed;
    private final int size;
    private final SyntheticWords indonesian;
    private final SyntheticWords english;

    /** @param size how many claims there are; messages repeat one of them */
    public SyntheticClaims(long seed, int size) {
        this.seed = seed;
        this.size = size;
        this.indonesian = SyntheticWords.indonesian(seed);
        this.english = SyntheticWords.english(seed + 1);
    }

    public int size() {
        return size;
    }

    /** Claim {@code number}, from 0 to before the size, published. */
    public Claims.Row claim(int number) {
        SplittableRandom random = random(1, number);
        boolean foreign = isForeign(number);
        String text = sentence(number, random) + (random.nextInt(3) == 0 ? ". " + sentence(number, random) : "");
        String headline = random.nextInt(10) < 6
                ? (foreign ? "Fact check: " : "[SALAH] ") + sentence(number, random) : null;
        String summary = random.nextInt(10) < 4 ? sentences(number, 2 + random.nextInt(3), random) : null;
        List<String> phrasings = random.nextInt(10) < 2 ? List.of(garbled(text, number, random)) : List.of();
        ClaimContent content = new ClaimContent(
                foreign ? Language.EN : Language.ID,
                text,
                headline,
                pick(VERDICTS, random),
                null,
                null,
                summary,
                List.of(new Source("Periksa " + number, "https://periksa.example.org/" + seed + "/" + number, null)),
                phrasings,
                List.of(),
                null,
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                null);
        return new Claims.Row(key(number), content, ClaimState.PUBLISHED);
    }

    /** The key under which claim {@code number} is stored. */
    public static String key(int number) {
        return "synthetic-" + number;
    }

    /** The number of the claim that forward, keyword or long message {@code number} repeats. */
    public int claimOf(long number) {
        return random(2, number).nextInt(size);
    }

    /** What a message is. */
    public enum Kind {
        FORWARD,
        KEYWORD,
        CHATTER,
        LONG
    }

    /** What message {@code number} is, in about the proportions people send them: mostly forwards. */
    public Kind kindOf(long number) {
        int of20 = random(3, number).nextInt(20);
        return of20 < 12 ? Kind.FORWARD : of20 < 15 ? Kind.KEYWORD : of20 < 18 ? Kind.CHATTER : Kind.LONG;
    }

    /** Message {@code number}, of any kind. */
    public String message(long number) {
        return switch (kindOf(number)) {
            case FORWARD -> forward(number);
            case KEYWORD -> keyword(number);
            case CHATTER -> chatter(number);
            case LONG -> text(number, 1_000);
        };
    }

    /**
     * A claim as it is forwarded: words left out, replaced and misspelt, a greeting before, more about it and a plea
     * behind.
     */
    public String forward(long number) {
        SplittableRandom random = random(4, number);
        int claim = claimOf(number);
        String text = garbled(claim(claim).content().text(), claim, random);
        String greeting = random.nextBoolean() ? pick(GREETINGS, random) + "\n" : "";
        String more = random.nextInt(4) == 0 ? "" : ". " + sentences(claim, 1 + random.nextInt(4), random);
        return greeting + text + more + (random.nextInt(3) == 0 ? "\n" + pick(ENDINGS, random) : "");
    }

    /** Two or three words of a claim. */
    public String keyword(long number) {
        SplittableRandom random = random(5, number);
        String[] words = claim(claimOf(number)).content().text().split(" ");
        List<String> picked = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            picked.add(words[random.nextInt(words.length)]);
        }
        return String.join(" ", picked);
    }

    /** A sentence or two that no claim is about. */
    public String chatter(long number) {
        SplittableRandom random = random(6, number);
        return sentences(size + random.nextInt(1_000_000), 1 + random.nextInt(2), random);
    }

    /** A forward somewhere in a text of {@code characters} characters on other subjects. */
    public String text(long number, int characters) {
        SplittableRandom random = random(7, number);
        StringBuilder text = new StringBuilder(characters + 200);
        int at = random.nextInt(Math.max(1, characters - 300));
        boolean forwarded = false;
        int subject = claimOf(number);
        while (text.length() < characters) {
            if (!forwarded && text.length() >= at) {
                text.append(forward(number)).append(".\n");
                forwarded = true;
            }
            // People stay with a subject for a while.
            subject = random.nextInt(8) == 0 ? random.nextInt(size) : subject;
            text.append(sentence(subject, random)).append(random.nextInt(4) == 0 ? ".\n" : ". ");
        }
        return text.substring(0, characters);
    }

    private String sentences(int claim, int count, SplittableRandom random) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(claim, random));
        }
        return String.join(". ", sentences);
    }

    private String sentence(int claim, SplittableRandom random) {
        boolean foreign = isForeign(claim);
        SyntheticWords words = foreign ? english : indonesian;
        SplittableRandom subject = random(8, claim / CLAIMS_OF_A_SUBJECT);
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            subjects.add(words.any(subject));
        }
        List<String> names = List.of(words.name(subject), words.name(subject), words.name(random));
        String place = words.name(subject);
        StringBuilder sentence = new StringBuilder();
        for (String slot : pick(foreign ? ENGLISH : INDONESIAN, random).split(" ")) {
            String word = switch (slot) {
                case "S" -> pick(subjects, random);
                case "W" -> words.any(random);
                case "N" -> pick(names, random);
                case "P" -> random.nextInt(3) == 0 ? words.name(random) : place;
                case "D" -> Integer.toString(1 + random.nextInt(random.nextBoolean() ? 30 : 5_000));
                default -> slot;
            };
            sentence.append(sentence.isEmpty() ? "" : " ").append(word);
        }
        return sentence.toString().substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String garbled(String text, int claim, SplittableRandom random) {
        SyntheticWords words = isForeign(claim) ? english : indonesian;
        StringBuilder garbled = new StringBuilder();
        for (String word : text.split(" ")) {
            int fate = random.nextInt(100);
            String kept = fate < 15 ? "" : fate < 25 ? words.any(random) : fate < 33 ? misspelt(word, random) : word;
            garbled.append(garbled.isEmpty() || kept.isEmpty() ? "" : " ").append(kept);
        }
        return garbled.isEmpty() ? text : garbled.toString();
    }

    private static String misspelt(String word, SplittableRandom random) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
        };
    }

    private boolean isForeign(int claim) {
        return random(9, claim / CLAIMS_OF_A_SUBJECT).nextInt(10) < 3;
    }

    private SplittableRandom random(long purpose, long number) {
        // Mixed, because neighbouring seeds of a splittable generator are shifted copies of one another.
        long mixed = (seed * 31 + purpose) * 0xd1342543de82ef95L ^ number * 0xff51afd7ed558ccdL;
        return new SplittableRandom((mixed ^ mixed >>> 32) * 0xc4ceb9fe1a85ec53L);
    }
}
