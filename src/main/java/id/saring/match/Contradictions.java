package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.text.Names;
import id.saring.text.Names.Mention;
import id.saring.text.Names.Name;
import id.saring.text.Quantities;
import id.saring.text.Quantities.Quantity;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees that a message which looks like a claim says something else: another number, another name of the same class, or
 * the opposite. Such a message may be shown the claim, but is never answered with its verdict.
 */
final class Contradictions {
    /** In words. Longer texts tell more than one thing, and names and opposites in them may belong to another. */
    static final int SHORT_STATEMENT = 20;

    /** A shorter word is one slip away from too many. */
    private static final int SHORTEST_TURNING = 4;

    /** Words that turn a short statement round without a negation. */
    private static final Set<String> OPPOSITES = Set.of(
            "aman", "safe", "mencegah", "prevents", "menurunkan", "mengurangi", "reduces", "batal", "dibatalkan",
            "membatalkan", "mencabut", "dicabut", "gagal", "failed", "mengkritik", "criticized", "mengecam",
            "condemned", "mengimpor", "imports", "sehat", "tetap");

    private static final Set<String> TOWARDS = Set.of("ke", "kepada", "to", "into");
    private static final Set<String> AWAY = Set.of("dari", "from");

    /** Words that make a statement another one, by kind: of each kind a slip may hide one. */
    private static final List<Set<String>> TURNING =
            Stream.of(Stream.of(OPPOSITES, Polarity.NEGATORS), Stream.of(Quantities.words(), Names.words()))
                    .map(sets -> sets.flatMap(Set::stream)
                            .filter(word -> word.length() >= SHORTEST_TURNING)
                            .collect(Collectors.toUnmodifiableSet()))
                    .toList();

    private static final LongCounts TURNING_KEYS = keys(TURNING);

    /** Bounds the work for a passage of made-up words. */
    private static final int MOST_FEARED = 64;

    /** How likely the first letter of such a word is wrong, beside the others. */
    private static final double WRONG_START = 0.2;

    /** What is less likely a slip is none: {@code paman}, an uncle, is not {@code aman}, safe. */
    private static final double LEAST_LIKELIHOOD = 0.1;

    private Contradictions() {}

    /**
     * What a claim says.
     *
     * @param wordings   its own text, and then its phrasings
     * @param stated     what may be said of it and be no opposite: all, or of a false claim all but the summary,
     *                   because why it is false tells what is true instead
     * @param everything all its texts one after the other
     */
    private record Said(
            TextLanguage language, List<List<Token>> wordings, List<Token> stated, List<Token> everything) {
        static Said by(Claim claim) {
            ClaimContent content = claim.content();
            TextLanguage language = TextLanguage.of(content.language().code());
            List<List<Token>> wordings = new ArrayList<>(List.of(tokens(content.text(), language)));
            content.phrasings().forEach(phrasing -> wordings.add(tokens(phrasing, language)));
            List<Token> everything = new ArrayList<>();
            wordings.forEach(everything::addAll);
            everything.addAll(tokens(content.headline() == null ? "" : content.headline(), language));
            List<Token> stated = Guards.warns(claim.verdict()) ? List.copyOf(everything) : everything;
            everything.addAll(tokens(content.summary() == null ? "" : content.summary(), language));
            return new Said(language, wordings, stated, everything);
        }

        List<Token> wording() {
            return wordings.getFirst();
        }
    }

    /**
     * What contradicts, in a few words for an explanation; empty if nothing does.
     *
     * @param denial whether the message is known to deny the claim, so that its negation is no surprise
     */
    static Optional<String> between(MessageWords message, Claim claim, boolean denial) {
        Said said = Said.by(claim);
        TextLanguage language = said.language();
        long[] keys = said.wording().stream()
                .mapToLong(token -> TermStatistics.key(language.stem(token.word())))
                .toArray();
        // A slip of the finger may hide a contradiction, and so may a correction that is none.
        CorrectedWords words = message.corrected;
        List<Token> passage = message.passageNearest(keys, words.typed());
        return between(words::typed, passage, said, denial)
                .or(() -> words.changes().isEmpty()
                        ? Optional.empty()
                        : between(words::tokens, message.passageNearest(keys, words.tokens()), said, denial))
                .or(() -> feared(passage, words).stream()
                        .filter(feared -> !feared.equals(words.changes()))
                        .flatMap(feared -> between(
                                () -> CorrectedWords.replaced(words.typed(), feared, language),
                                CorrectedWords.replaced(passage, feared, language),
                                said,
                                denial).stream())
                        .findFirst());
    }

    /** Each unknown word of the passage read as one of these, if it may be a slip of one; a reading for each kind. */
    private static List<Map<String, String>> feared(List<Token> passage, CorrectedWords words) {
        List<Map<String, String>> feared = new ArrayList<>();
        TURNING.forEach(kind -> feared.add(new HashMap<>(words.changes())));
        passage.stream().map(Token::word).distinct().filter(words::isUnknown).limit(MOST_FEARED).forEach(word -> {
            List<NavigableMap<Double, String>> meant = meant(word);
            for (int kind = 0; kind < meant.size(); kind++) {
                if (!meant.get(kind).isEmpty()) {
                    feared.get(kind).put(word, meant.get(kind).lastEntry().getValue());
                }
            }
        });
        return feared;
    }

    /** The words of each kind a slip away, by likelihood. */
    private static List<NavigableMap<Double, String>> meant(String word) {
        List<NavigableMap<Double, String>> found = new ArrayList<>();
        TURNING.forEach(kind -> found.add(new TreeMap<>()));
        Slips.of(word, WRONG_START, (meant, from, to, likelihood) -> {
            // Nearly all are none of these, and to ask by key makes no text of each.
            if (likelihood < LEAST_LIKELIHOOD
                    || TURNING_KEYS.get(TermStatistics.key(meant, 1, meant.length() - 1)) == 0) {
                return;
            }
            String other = meant.substring(1, meant.length() - 1);
            for (int kind = 0; kind < TURNING.size(); kind++) {
                if (TURNING.get(kind).contains(other)) {
                    found.get(kind).merge(likelihood, other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        });
        return found;
    }

    private static LongCounts keys(List<Set<String>> kinds) {
        LongCounts keys = new LongCounts(kinds.stream().mapToInt(Set::size).sum());
        kinds.forEach(kind -> kind.forEach(word -> keys.put(TermStatistics.key(word), 1)));
        return keys;
    }

    /** @param message asked for only where the passage contradicts: all of a long message is much to read */
    private static Optional<String> between(
            Supplier<List<Token>> message, List<Token> passage, Said said, boolean denial) {
        return number(message, passage, said.wordings(), said.everything())
                .or(() -> name(message, passage, said.wording(), said.everything()))
                .or(() -> passage.size() > SHORT_STATEMENT ? Optional.empty() : turned(passage, said))
                .or(() -> denial
                        ? Optional.empty()
                        : Polarity.turned(passage, said.wordings(), said.language()));
    }

    private static Optional<String> number(
            Supplier<List<Token>> message, List<Token> passage, List<List<Token>> wordings, List<Token> everything) {
        List<Quantity> claims = new ArrayList<>(Quantities.in(statement(wordings.get(0))));
        // What the phrasings count without a unit may be anything; the claim's own text is to the point.
        wordings.stream().skip(1).flatMap(w -> Quantities.in(w).stream()).filter(q -> q.unit() != null)
                .forEach(claims::add);
        List<Quantity> known = Quantities.in(everything);
        List<Quantity> others =
                Quantities.in(passage).stream().filter(other -> !isKnown(other, known)).toList();
        claims.removeIf(claimed -> others.stream().noneMatch(other -> other.comparableTo(claimed)));
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        List<Quantity> said = Quantities.in(message.get());
        return claims.stream().filter(claimed -> said.stream().noneMatch(claimed::equalTo)).findFirst().map(claimed -> {
            Quantity other = others.stream().filter(o -> o.comparableTo(claimed)).findFirst().orElseThrow();
            return "number %s instead of %s".formatted(other.value(), claimed.value());
        });
    }

    /** Where the claim counts things of one kind, a number of nothing says nothing of them. */
    private static boolean isKnown(Quantity said, List<Quantity> known) {
        List<Quantity> sameKind = known.stream().filter(k -> Objects.equals(k.unit(), said.unit())).toList();
        return (sameKind.isEmpty() ? known : sameKind).stream().anyMatch(said::equalTo);
    }

    private static Optional<String> name(
            Supplier<List<Token>> message, List<Token> passage, List<Token> wording, List<Token> everything) {
        Set<Name> others = Names.in(passage);
        others.removeAll(Names.in(everything));
        Set<Name> claims = Names.in(statement(wording));
        claims.removeIf(claimed -> others.stream().noneMatch(other -> other.kind().equals(claimed.kind())));
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Set<Name> said = Names.in(message.get());
        return claims.stream().filter(claimed -> !said.contains(claimed)).findFirst().map(claimed -> {
            Name other = others.stream().filter(o -> o.kind().equals(claimed.kind())).findFirst().orElseThrow();
            return "%s %s instead of %s".formatted(claimed.kind(), other.name(), claimed.name());
        });
    }

    /**
     * A word that no text of the claim has in any form and that says the opposite, or two names whose parts are
     * exchanged.
     */
    private static Optional<String> turned(List<Token> passage, Said said) {
        TextLanguage language = said.language();
        Set<String> known = new HashSet<>();
        said.stated().forEach(token -> known.add(language.stem(token.word())));
        for (Token token : passage) {
            if (OPPOSITES.contains(token.word()) && !known.contains(language.stem(token.word()))) {
                return Optional.of("says " + token.word());
            }
        }
        return exchanged(passage, said.wording(), language).or(() -> turnedRound(passage, said.wording()));
    }

    /** "From Russia" instead of "to Russia". */
    private static Optional<String> turnedRound(List<Token> passage, List<Token> wording) {
        List<Mention> said = Names.mentions(passage);
        for (Mention claimed : Names.mentions(wording)) {
            Optional<Mention> here = mention(said, claimed.name());
            String there = before(claimed, wording);
            String instead = here.map(mention -> before(mention, passage)).orElse("");
            if (TOWARDS.contains(there) && AWAY.contains(instead)
                    || AWAY.contains(there) && TOWARDS.contains(instead)) {
                return Optional.of("%s %s instead of %s".formatted(instead, claimed.name().name(), there));
            }
        }
        return Optional.empty();
    }

    private static String before(Mention mention, List<Token> tokens) {
        return mention.from() == 0 ? "" : tokens.get(mention.from() - 1).word();
    }

    /**
     * Two names of one class in the other order with the same word between them: who did it to whom. With nothing in
     * common between them ("A and B", "B with A") the order says nothing.
     */
    private static Optional<String> exchanged(List<Token> passage, List<Token> wording, TextLanguage language) {
        List<Mention> said = Names.mentions(passage);
        List<Mention> claimed = Names.mentions(wording);
        for (int i = 1; i < claimed.size(); i++) {
            Mention first = claimed.get(i - 1);
            Mention second = claimed.get(i);
            if (!first.name().kind().equals(second.name().kind()) || first.name().equals(second.name())) {
                continue;
            }
            Optional<Mention> before = mention(said, second.name());
            Optional<Mention> after = mention(said, first.name());
            if (before.isPresent() && after.isPresent() && before.get().to() <= after.get().from()) {
                Set<String> between = Polarity.stems(passage.subList(before.get().to(), after.get().from()), language);
                between.retainAll(Polarity.stems(wording.subList(first.to(), second.from()), language));
                if (!between.isEmpty()) {
                    return Optional.of("%s before %s".formatted(second.name().name(), first.name().name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Mention> mention(List<Mention> mentions, Name name) {
        return mentions.stream().filter(mention -> mention.name().equals(name)).findFirst();
    }

    /** The claim is stated first; what follows, if anything does, explains it. */
    static List<Token> statement(List<Token> wording) {
        return wording.stream().filter(token -> token.sentence() == 0).toList();
    }

    private static List<Token> tokens(String text, TextLanguage language) {
        return Tokenizer.spellOut(Tokenizer.cut(text), language);
    }
}
