package id.saring.match;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much of what a message says the claim says too. A message that holds all words of a claim and as many others says
 * something else; and "true" may be said of a message only if nearly all of it is.
 */
final class Explained {
    private static final int FEW_WORDS = 5;

    /** Words, small ones included, for each content word of the claim. */
    private static final int STRETCH = 4;

    private static final int SHORTEST_STRETCH = 16;

    private final GuardSettings limits;

    Explained(GuardSettings limits) {
        this.limits = limits;
    }

    /**
     * Why the claim's verdict must not be given to this message; empty if it may.
     *
     * @param wording the wording of the claim that is nearest to the message
     */
    Optional<String> objection(MessageWords message, ClaimWords wording, Claim claim) {
        boolean warning = Guards.warns(claim.verdict());
        boolean shortPhrasing = wording.claim().length < FEW_WORDS && !isOwnText(wording, claim);
        double needed = warning && !shortPhrasing ? limits.toWarn() : limits.toConfirm();
        List<Token> heard = warning
                ? stretch(message.passageNearest(wording.claim(), message.corrected.tokens()), message, wording)
                : message.corrected.tokens();
        double share = share(message, heard, claim);
        if (share >= needed) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(Locale.ROOT, "explains %.2f of the message, less than %.2f", share, needed));
    }

    /**
     * The part of a passage that holds most of the claim's words, not much longer than the claim: a passage without
     * full stops may be a whole article, of which a part says what the claim says.
     */
    private static List<Token> stretch(List<Token> passage, MessageWords message, ClaimWords wording) {
        int width = Math.max(SHORTEST_STRETCH, STRETCH * wording.claim().length);
        if (passage.size() <= width) {
            return passage;
        }
        Set<String> claimed = new HashSet<>();
        for (long key : wording.claim()) {
            MessageWords.Term term = message.term(key);
            if (term != null) {
                claimed.add(term.word);
            }
        }
        int found = 0;
        int most = -1;
        int best = 0;
        for (int i = 0; i < passage.size(); i++) {
            found += claimed.contains(passage.get(i).word()) ? 1 : 0;
            found -= i >= width && claimed.contains(passage.get(i - width).word()) ? 1 : 0;
            if (found > most) {
                most = found;
                best = i;
            }
        }
        int from = Math.max(0, best - width + 1);
        return passage.subList(from, Math.min(passage.size(), from + width));
    }

    /** Whether the wording is the claim itself and not one of its phrasings. */
    private static boolean isOwnText(ClaimWords wording, Claim claim) {
        return Arrays.equals(wording.claim(), ClaimWords.ownText(claim).claim());
    }

    private static double share(MessageWords message, List<Token> heard, Claim claim) {
        ClaimContent content = claim.content();
        TextLanguage language = TextLanguage.of(content.language().code());
        Set<String> known = new HashSet<>();
        add(known, content.text(), language);
        add(known, content.headline() == null ? "" : content.headline(), language);
        add(known, content.summary() == null ? "" : content.summary(), language);
        content.phrasings().forEach(phrasing -> add(known, phrasing, language));
        Set<String> said = new HashSet<>();
        heard.forEach(token -> said.add(token.word()));
        double all = 0;
        double explained = 0;
        for (MessageWords.Term term : message.terms) {
            if (said.contains(term.word)) {
                all += term.idf;
                explained += isKnown(term, known) ? term.idf : 0;
            }
        }
        return all == 0 ? 1 : explained / all;
    }

    private static boolean isKnown(MessageWords.Term term, Set<String> known) {
        return known.contains(term.stem)
                || known.contains(term.word)
                || term.synonyms.stream().anyMatch(synonym -> known.contains(synonym.stem()));
    }

    /** Stems, and the words as they are: the claim may be put down to another language than the message. */
    private static void add(Set<String> known, String text, TextLanguage language) {
        Tokenizer.spellOut(Tokenizer.cut(text), language).forEach(token -> {
            known.add(token.word());
            known.add(language.stem(token.word()));
        });
    }
}
