package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.match.Lineup;
import id.saring.match.MessageKind;
import id.saring.match.WordWeights;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes keywords out of a pack's messages, two or three words each, most of them words that the right claim has too:
 * packs hold few real ones, and what tells the claim of a few words is not what tells that of a sentence. Which words
 * are chosen is chance, so several are made of each message.
 */
final class Keywords {
    private static final int MOST_MESSAGES = 5_000;
    private static final int EACH = 3;
    private static final int SHORTEST_WORD = 4;
    private static final double FROM_CLAIM = 0.95;

    private final TrialPack pack;
    private final Random random;

    private record Keyword(int message, String text) {}

    Keywords(TrialPack pack, long seed) {
        this.pack = pack;
        this.random = new Random(seed);
    }

    /** Examples that teach the order, and nothing of when to answer. */
    List<Example> examples(WordWeights words) {
        List<Integer> order = new ArrayList<>();
        for (int m = 0; m < pack.pack().messages().size(); m++) {
            order.add(m);
        }
        Collections.shuffle(order, random);
        List<Integer> answerable = order.stream()
                .filter(m -> pack.pack().messages().get(m).answerable())
                .limit(MOST_MESSAGES)
                .toList();
        List<Keyword> keywords = new ArrayList<>();
        for (int time = 0; time < EACH; time++) {
            for (int m : answerable) {
                String text = keyword(pack.pack().messages().get(m));
                if (!text.isEmpty()) {
                    keywords.add(new Keyword(m, text));
                }
            }
        }
        List<Lineup> lineups = pack.store().trial().lineups(keywords.stream().map(Keyword::text).toList(), words);
        // Those of all packs are of one source, so that a small pack counts no more than its share.
        Example.Source source = new Example.Source("keywords", false, 0, EACH);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lineups.size(); i++) {
            if (lineups.get(i).kind() != MessageKind.KEYWORD) {
                // Spelt out, some words are several.
                continue;
            }
            Message message = pack.pack().messages().get(keywords.get(i).message);
            examples.add(new Example(
                    source,
                    pack.folds().get(keywords.get(i).message),
                    lineups.get(i),
                    pack.store().ids(message.right()),
                    pack.store().ids(message.acceptable())));
        }
        return examples;
    }

    private String keyword(Message message) {
        Claim claim = pack.store().byKey().get(Collections.min(message.right()));
        return claim == null ? "" : of(message.text(), claim.text(), TextLanguage.of(claim.language().code()), random);
    }

    /** A keyword out of a message whose right claim has this text; empty if there are not two words to choose from. */
    static String of(String message, String claim, TextLanguage language, Random random) {
        Set<String> claimed = new HashSet<>();
        Tokenizer.cut(claim).forEach(token -> claimed.add(language.stem(token.word())));
        Set<String> said = new LinkedHashSet<>();
        Set<String> inClaim = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Token token : Tokenizer.cut(message)) {
            if (token.word().length() >= SHORTEST_WORD && !language.isStopWord(token.word())) {
                said.add(token.word());
                (claimed.contains(language.stem(token.word())) ? inClaim : others).add(token.word());
            }
        }
        List<String> first = shuffled(inClaim, random);
        List<String> second = shuffled(others, random);
        int size = 2 + random.nextInt(2);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < size && !(first.isEmpty() && second.isEmpty())) {
            boolean fromClaim = !first.isEmpty() && (second.isEmpty() || random.nextDouble() < FROM_CLAIM);
            chosen.add((fromClaim ? first : second).removeLast());
        }
        // People type the words they remember in the order they were said.
        chosen.sort(Comparator.comparingInt(new ArrayList<>(said)::indexOf));
        return chosen.size() < 2 ? "" : String.join(" ", chosen);
    }

    private static List<String> shuffled(Set<String> words, Random random) {
        List<String> list = new ArrayList<>(words);
        Collections.shuffle(list, random);
        return list;
    }
}
