package id.saring.text;

import java.util.ArrayList;
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
    private static final int SHORTEST = 3;
    private static final int SHORTEST_DERIVED = 5;

    /** What is longer is no word, and not worth the work. */
    private static final int LONGEST = 24;

    /** Two prefixes and two suffixes, as in {@code dipertanyakannya}. */
    private static final int MOST_AFFIXES = 4;

    private Roots() {}

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
        for (String suffix : SUFFIXES) {
            if (form.endsWith(suffix)) {
                add(form.substring(0, form.length() - suffix.length()), shorter);
            }
        }
        withoutPrefix(form).forEach(rest -> add(rest, shorter));
    }

    private static void add(String form, List<String> forms) {
        if (form.length() >= SHORTEST && !forms.contains(form)) {
            forms.add(form);
        }
    }

    private static List<String> withoutPrefix(String form) {
        List<String> rests = new ArrayList<>();
        switch (form.substring(0, 2)) {
            case "di", "ke", "se" -> rests.add(form.substring(2));
            case "be", "te" -> addAfterR(form, rests);
            case "pe" -> {
                addAfterR(form, rests);
                addAfterNasal(form, rests);
                rests.add(form.substring(2));
            }
            case "me" -> {
                addAfterNasal(form, rests);
                rests.add(form.substring(2));
            }
            // As people say it: ngirim, nyebar, nangkap.
            case "ng" -> addSwallowed(form.substring(2), rests, "", "k");
            case "ny" -> addSwallowed(form.substring(2), rests, "s");
            default -> {
                if (form.charAt(0) == 'n') {
                    addSwallowed(form.substring(1), rests, "t");
                }
            }
        }
        return rests;
    }

    /** After ber, ter and per, which lose their r before an r, and before some words with an r or with nothing more. */
    private static void addAfterR(String form, List<String> rests) {
        if (form.charAt(2) == 'r') {
            rests.add(form.substring(3));
            rests.add(form.substring(2));
        } else if (form.startsWith("ker", 2) || form.startsWith("ter", 2)) {
            rests.add(form.substring(2));
        } else if (form.startsWith("lajar", 2)) {
            rests.add(form.substring(3));
        }
    }

    /** After me or pe, whose nasal takes the place of k, p, s or t. */
    private static void addAfterNasal(String form, List<String> rests) {
        if (form.startsWith("ng", 2)) {
            String rest = form.substring(4);
            addSwallowed(rest, rests, "", "k");
            rests.add(rest);
            if (rest.startsWith("e")) {
                rests.add(rest.substring(1));
            }
        } else if (form.startsWith("ny", 2)) {
            addSwallowed(form.substring(4), rests, "s");
        } else if (form.charAt(2) == 'n') {
            addUnlessSwallowed(form.substring(3), rests, "t");
        } else if (form.charAt(2) == 'm') {
            addUnlessSwallowed(form.substring(3), rests, "p");
        }
    }

    /** What stands after the nasal, or what began with the letter that it swallowed. */
    private static void addUnlessSwallowed(String rest, List<String> rests, String letter) {
        if (startsWithVowel(rest)) {
            rests.add(letter + rest);
        } else {
            rests.add(rest);
        }
    }

    /** What began with one of these letters, if a vowel stands where it would have been swallowed. */
    private static void addSwallowed(String rest, List<String> rests, String... letters) {
        if (startsWithVowel(rest)) {
            for (String letter : letters) {
                rests.add(letter + rest);
            }
        }
    }

    private static boolean startsWithVowel(String rest) {
        return !rest.isEmpty() && "aeiou".indexOf(rest.charAt(0)) >= 0;
    }
}
