package id.saring.match;

import id.saring.text.TextLanguage;
import id.saring.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees that a message negates what a claim states, or states what it negates. */
final class Polarity {
    static final Set<String> NEGATORS = Set.of(
            "tidak", "tak", "takkan", "bukan", "bukanlah", "tidaklah", "belum", "not", "never", "no", "cannot", "cant",
            "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "mustahil", "hardly", "barely",
            "rarely", "seldom");

    /** Words that tell of a denial or a lack: where a claim has one, a message may say the same by a negation. */
    private static final Set<String> DENYING = Set.of(
            "tanpa", "bantah", "membantah", "dibantah", "menolak", "tolak", "larang", "melarang", "dilarang",
            "palsu", "hoaks", "hoax", "without", "denies", "denied", "refuses", "refused", "bans", "banned", "fake",
            "prohibits");

    /** "If it is not forwarded" negates the condition, not the claim. */
    private static final Set<String> CONDITIONS = Set.of("kalau", "jika", "bila", "apabila", "kecuali", "if",
            "unless", "except");

    private static final int CONDITION_REACH = 5;

    /** "Not only", "none other", "unintentionally": what follows is said after all. */
    private static final Set<String> NO_NEGATION_AFTER = Set.of(
            "hanya", "cuma", "sekadar", "saja", "lain", "sengaja", "sadar", "sedikit", "jarang",
            "diduga", "disangka", "terduga", "only", "just");

    /**
     * How many content words a negation turns: in a short statement the next two, in a longer text the one it stands
     * before.
     */
    private static final int FAR = 2;

    private static final int NEAR = 1;

    private Polarity() {}

    /**
     * A negation right before one of the claim's own words in the message but before none in any of the claim's
     * wordings; or the other way round.
     */
    static Optional<String> turned(List<Token> passage, List<List<Token>> wordings, TextLanguage language) {
        List<Token> claim = Contradictions.statement(wordings.get(0));
        boolean sameDenial = denies(wordings.get(0)) && !denies(passage);
        Set<String> negatedHere = sameDenial ? Set.of() : negated(passage, language, CONDITIONS, reach(passage));
        Set<String> negatedThere = new HashSet<>();
        wordings.forEach(wording -> negatedThere.addAll(negated(wording, language, Set.of(), FAR)));
        for (String stem : stems(claim, language)) {
            if (negatedHere.contains(stem) && !negatedThere.contains(stem)) {
                return Optional.of("negated: " + stem);
            }
        }
        // "Antibiotics work on viruses" negates nothing, and yet is the opposite.
        boolean negates = passage.stream().anyMatch(token -> NEGATORS.contains(token.word()));
        if (!negates) {
            Set<String> here = stems(passage, language);
            Set<String> denied = alwaysNegated(wordings, language);
            denied.addAll(negated(claim, language, CONDITIONS, reach(claim)));
            return denied.stream()
                    .filter(here::contains)
                    .sorted()
                    .findFirst()
                    .map(stem -> "not negated: " + stem);
        }
        return Optional.empty();
    }

    /** What some wordings negate and no wording affirms: "cannot be predicted", beside a claim that says "nobody can". */
    private static Set<String> alwaysNegated(List<List<Token>> wordings, TextLanguage language) {
        Set<String> always = new HashSet<>();
        Set<String> affirmed = new HashSet<>();
        for (List<Token> wording : wordings) {
            Set<String> negated = negated(wording, language, CONDITIONS, reach(wording));
            always.addAll(negated);
            Set<String> others = stems(wording, language);
            others.removeAll(negated);
            affirmed.addAll(others);
        }
        always.removeAll(affirmed);
        return always;
    }

    /**
     * The stems of the content words that a negation of the same sentence stands right before, small words between them
     * passed over, and that stand nowhere without one.
     */
    private static Set<String> negated(
            List<Token> tokens, TextLanguage language, Set<String> conditions, int far) {
        Set<String> negated = new HashSet<>();
        Set<String> affirmed = new HashSet<>();
        int reach = 0;
        int condition = 0;
        int sentence = 0;
        for (Token token : tokens) {
            reach = token.sentence() == sentence ? reach : 0;
            sentence = token.sentence();
            condition = conditions.contains(token.word()) ? CONDITION_REACH : condition - 1;
            if (NEGATORS.contains(token.word()) && condition <= 0) {
                reach = far;
            } else if (reach > 0 && NO_NEGATION_AFTER.contains(token.word())) {
                reach = 0;
            } else if (!language.isStopWord(token.word())) {
                (reach > 0 ? negated : affirmed).add(language.stem(token.word()));
                reach--;
            }
        }
        negated.removeAll(affirmed);
        return negated;
    }

    private static int reach(List<Token> tokens) {
        return tokens.size() <= Contradictions.SHORT_STATEMENT ? FAR : NEAR;
    }

    private static boolean denies(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> DENYING.contains(token.word()));
    }

    /** The stems of the content words, negations left out. */
    static Set<String> stems(List<Token> tokens, TextLanguage language) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens) {
            if (!language.isStopWord(token.word()) && !NEGATORS.contains(token.word())) {
                stems.add(language.stem(token.word()));
            }
        }
        return stems;
    }
}
