package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.text.Names;
import id.saring.text.Names.Name;
import id.saring.text.Quantities;
import id.saring.text.Quantities.Quantity;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees that a message which looks like a claim says something else: another number, another name of the same class, or the
 * opposite. Such a message may be shown the claim, but is never answered with its verdict.
 */
final class Contradictions {
    private static final Set<String> NEGATORS = Set.of(
            "tidak", "tak", "bukan", "bukanlah", "tidaklah", "belum", "not", "never", "no", "cannot", "cant", "dont", "doesnt",
            "didnt", "isnt", "arent", "wasnt", "werent", "wont");

    /** In a short statement a negation turns the next two content words; in a longer text, only the one it stands before. */
    private static final int SHORT_STATEMENT = 20;


    /** Words that turn a short statement round without a negation. */
    private static final Set<String> OPPOSITES = Set.of(
            "aman", "safe", "mencegah", "prevents", "menurunkan", "mengurangi", "reduces", "batal", "dibatalkan", "membatalkan",
            "mencabut", "dicabut", "gagal", "failed", "mengkritik", "criticized", "mengecam", "condemned", "mengimpor", "imports",
            "sehat", "tetap");

    /** "If it is not forwarded" negates the condition, not the claim. */
    private static final Set<String> CONDITIONS = Set.of("kalau", "jika", "bila", "apabila", "kecuali", "if", "unless", "except");

    private static final int CONDITION_REACH = 5;

    /** "Not only", "none other", "unintentionally", "no longer": what follows is said after all, or of another time. */
    private static final Set<String> NO_NEGATION_AFTER = Set.of(
            "hanya", "cuma", "sekadar", "saja", "lain", "sengaja", "lagi", "sadar", "sedikit", "jarang", "diduga", "disangka", "terduga", "only", "just", "longer");

    private Contradictions() {}

    /**
     * What contradicts, in a few words for an explanation; empty if nothing does.
     *
     * @param denial whether the message is known to deny the claim, so that its negation is no surprise
     */
    static Optional<String> between(MessageWords message, Claim claim, boolean denial) {
        ClaimContent content = claim.content();
        TextLanguage language = TextLanguage.of(content.language().code());
        List<Token> wording = tokens(content.text(), language);
        List<List<Token>> wordings = new ArrayList<>(List.of(wording));
        content.phrasings().forEach(phrasing -> wordings.add(tokens(phrasing, language)));
        List<Token> everything = new ArrayList<>();
        wordings.forEach(everything::addAll);
        everything.addAll(tokens(content.headline() == null ? "" : content.headline(), language));
        everything.addAll(tokens(content.summary() == null ? "" : content.summary(), language));
        List<Token> passage = message.passageNearest(
                wording.stream().mapToLong(token -> TermStatistics.key(language.stem(token.word()))).toArray());

        return number(message.tokens, passage, wordings, everything)
                .or(() -> name(message.tokens, passage, wording, everything))
                .or(() -> passage.size() > SHORT_STATEMENT ? Optional.empty() : turned(passage, wordings, everything))
                .or(() -> denial ? Optional.empty() : polarity(passage, wordings, language));
    }

    private static Optional<String> number(
            List<Token> message, List<Token> passage, List<List<Token>> wordings, List<Token> everything) {
        List<Quantity> claims = new ArrayList<>(Quantities.in(wordings.get(0)));
        // What the phrasings count without a unit may be anything; the claim's own text is to the point.
        wordings.stream().skip(1).flatMap(w -> Quantities.in(w).stream()).filter(q -> q.unit() != null).forEach(claims::add);
        List<Quantity> said = Quantities.in(message);
        List<Quantity> known = Quantities.in(everything);
        for (Quantity claimed : claims) {
            if (said.stream().anyMatch(claimed::equalTo)) {
                continue;
            }
            for (Quantity other : Quantities.in(passage)) {
                if (other.comparableTo(claimed) && known.stream().noneMatch(other::equalTo)) {
                    return Optional.of("number %s instead of %s".formatted(other.value(), claimed.value()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(
            List<Token> message, List<Token> passage, List<Token> wording, List<Token> everything) {
        Set<Name> said = Names.in(message);
        Set<Name> known = Names.in(everything);
        for (Name claimed : Names.in(wording)) {
            if (said.contains(claimed)) {
                continue;
            }
            for (Name other : Names.in(passage)) {
                if (other.kind().equals(claimed.kind()) && !known.contains(other)) {
                    return Optional.of("%s %s instead of %s".formatted(claimed.kind(), other.name(), claimed.name()));
                }
            }
        }
        return Optional.empty();
    }

    /** A word that no text of the claim has and that says the opposite, or two names whose parts are exchanged. */
    private static Optional<String> turned(List<Token> passage, List<List<Token>> wordings, List<Token> everything) {
        Set<String> known = new HashSet<>();
        everything.forEach(token -> known.add(token.word()));
        for (Token token : passage) {
            if (OPPOSITES.contains(token.word()) && !known.contains(token.word())) {
                return Optional.of("says " + token.word());
            }
        }
        List<Name> said = List.copyOf(Names.in(passage));
        List<Name> claimed = List.copyOf(Names.in(wordings.get(0)));
        for (int i = 1; i < claimed.size(); i++) {
            Name first = claimed.get(i - 1);
            Name second = claimed.get(i);
            int at = said.indexOf(first);
            int before = said.indexOf(second);
            if (first.kind().equals(second.kind()) && before >= 0 && before < at) {
                return Optional.of("%s before %s".formatted(second.name(), first.name()));
            }
        }
        return Optional.empty();
    }

    /**
     * A negation right before one of the claim's own words in the message but before none in any of the claim's wordings; or
     * the other way round.
     */
    private static Optional<String> polarity(List<Token> passage, List<List<Token>> wordings, TextLanguage language) {
        List<Token> claim = firstSentence(wordings.get(0));
        Set<String> negatedHere = negated(passage, language, CONDITIONS);
        Set<String> negatedThere = new HashSet<>();
        wordings.forEach(wording -> negatedThere.addAll(negated(wording, language, Set.of())));
        for (String stem : stems(claim, language)) {
            if (negatedHere.contains(stem) && !negatedThere.contains(stem)) {
                return Optional.of("negated: " + stem);
            }
        }
        // "Antibiotics work on viruses" negates nothing, and yet is the opposite.
        boolean denies = passage.stream().anyMatch(token -> NEGATORS.contains(token.word()));
        if (!denies) {
            Set<String> here = stems(passage, language);
            return negated(claim, language, CONDITIONS).stream()
                    .filter(here::contains)
                    .findFirst()
                    .map(stem -> "not negated: " + stem);
        }
        return Optional.empty();
    }

    /**
     * The stems of the content words that a negation of the same sentence stands right before, small words between them passed
     * over, and that stand nowhere without one.
     */
    private static Set<String> negated(List<Token> tokens, TextLanguage language, Set<String> conditions) {
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
                reach = tokens.size() <= SHORT_STATEMENT ? 2 : 1;
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

    private static Set<String> stems(List<Token> tokens, TextLanguage language) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens) {
            if (!language.isStopWord(token.word()) && !NEGATORS.contains(token.word())) {
                stems.add(language.stem(token.word()));
            }
        }
        return stems;
    }

    private static List<Token> firstSentence(List<Token> tokens) {
        return tokens.stream().filter(token -> token.sentence() == 0).toList();
    }

    private static List<Token> tokens(String text, TextLanguage language) {
        return Tokenizer.spellOut(Tokenizer.cut(text), language);
    }
}
