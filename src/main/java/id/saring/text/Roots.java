package id.saring.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the root of an Indonesian word among roots that are known. Prefixes swallow the first letter of what they stand
 * before ({@code kirim, mengirim}), and roots may look like prefix and root themselves ({@code terbang}): rules alone
 * give such words different stems.
 */
final class Roots {
    private static final Set<String> KNOWN = WordList.read("roots_id.txt");
    private static final String[] SUFFIXES = {"lah", "kah", "pun", "nya", "ku", "mu", "an", "kan", "i"};

    /** The same by their last letter, as far as z: most words end in one of which no suffix does. */
    private static final String[][] BY_LAST_LETTER = byLastLetter();
    private static final int SHORTEST = 3;
    private static final int SHORTEST_DERIVED = 5;

    /** What is longer is no word, and not worth the work. */
    private static final int LONGEST = 24;

    /** Two prefixes and two suffixes, as in {@code dipertanyakannya}. */
    private static final int MOST_AFFIXES = 4;

    private Roots() {}

    private static String[][] byLastLetter() {
        String[][] suffixes = new String['z' + 1][];
        for (char last = 0; last < suffixes.length; last++) {
            String letter = String.valueOf(last);
            suffixes[last] = Arrays.stream(SUFFIXES).filter(suffix -> suffix.endsWith(letter)).toArray(String[]::new);
        }
        return suffixes;
    }

    /** The root of a lower-case word, found by taking as few affixes off as possible; empty if none is known. */
    static Optional<String> of(String word) {
        List<String> forms = word.length() > LONGEST ? List.of() : List.of(word);
        for (int affixes = 0; affixes <= MOST_AFFIXES && !forms.isEmpty(); affixes++) {
            for (String form : forms) {
                if (KNOWN.contains(form)) {
                    return Optional.of(form);
                }
            }
            List<String> shorter = new ArrayList<>();
            for (String form : forms) {
                addShorter(form, shorter);
            }
            forms = shorter;
        }
        return Optional.empty();
    }

    private static void addShorter(String form, List<String> shorter) {
        if (form.length() < SHORTEST_DERIVED) {
            return;
        }
        char last = form.charAt(form.length() - 1);
        if (last < BY_LAST_LETTER.length) {
            for (String suffix : BY_LAST_LETTER[last]) {
                if (form.endsWith(suffix)) {
                    add(form.substring(0, form.length() - suffix.length()), shorter);
                }
            }
        }
        addWithoutPrefix(form, shorter);
    }

    private static void add(String form, List<String> forms) {
        if (form.length() >= SHORTEST && !forms.contains(form)) {
            forms.add(form);
        }
    }

    private static void addWithoutPrefix(String form, List<String> shorter) {
        // By the first two letters as one number: to cut them off as a text costs more than all else here.
        switch (form.charAt(0) << Character.SIZE | form.charAt(1)) {
            case 'd' << Character.SIZE | 'i', 'k' << Character.SIZE | 'e', 's' << Character.SIZE | 'e' ->
                add(form.substring(2), shorter);
            case 'b' << Character.SIZE | 'e', 't' << Character.SIZE | 'e' -> addAfterR(form, shorter);
            case 'p' << Character.SIZE | 'e' -> {
                addAfterR(form, shorter);
                addAfterNasal(form, shorter);
                add(form.substring(2), shorter);
            }
            case 'm' << Character.SIZE | 'e' -> {
                addAfterNasal(form, shorter);
                add(form.substring(2), shorter);
            }
            // As people say it: ngirim, nyebar, nangkap.
            case 'n' << Character.SIZE | 'g' -> addSwallowed(form.substring(2), shorter, "", "k");
            case 'n' << Character.SIZE | 'y' -> addSwallowed(form.substring(2), shorter, "s");
            default -> {
                if (form.charAt(0) == 'n') {
                    addSwallowed(form.substring(1), shorter, "t");
                }
            }
        }
    }

    /** After ber, ter and per, which lose their r before an r, and before some words with an r or with nothing more. */
    private static void addAfterR(String form, List<String> shorter) {
        if (form.charAt(2) == 'r') {
            add(form.substring(3), shorter);
            add(form.substring(2), shorter);
        } else if (form.startsWith("ker", 2) || form.startsWith("ter", 2)) {
            add(form.substring(2), shorter);
        } else if (form.startsWith("lajar", 2)) {
            add(form.substring(3), shorter);
        }
    }

    /** After me or pe, whose nasal takes the place of k, p, s or t. */
    private static void addAfterNasal(String form, List<String> shorter) {
        if (form.startsWith("ng", 2)) {
            String rest = form.substring(4);
            addSwallowed(rest, shorter, "", "k");
            add(rest, shorter);
            if (rest.startsWith("e")) {
                add(rest.substring(1), shorter);
            }
        } else if (form.startsWith("ny", 2)) {
            addSwallowed(form.substring(4), shorter, "s");
        } else if (form.charAt(2) == 'n') {
            addUnlessSwallowed(form.substring(3), shorter, "t");
        } else if (form.charAt(2) == 'm') {
            addUnlessSwallowed(form.substring(3), shorter, "p");
        }
    }

    /** What stands after the nasal, or what began with the letter that it swallowed. */
    private static void addUnlessSwallowed(String rest, List<String> shorter, String letter) {
        if (startsWithVowel(rest)) {
            add(letter + rest, shorter);
        } else {
            add(rest, shorter);
        }
    }

    /** What began with one of these letters, if a vowel stands where it would have been swallowed. */
    private static void addSwallowed(String rest, List<String> shorter, String... letters) {
        if (startsWithVowel(rest)) {
            for (String letter : letters) {
                add(letter + rest, shorter);
            }
        }
    }

    private static boolean startsWithVowel(String rest) {
        return !rest.isEmpty() && "aeiou".indexOf(rest.charAt(0)) >= 0;
    }
}
