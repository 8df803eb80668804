package id.saring.evaluate;

import id.saring.claim.Claim;
import id.saring.match.Lineup;
import id.saring.match.WordWeights;
import id.saring.text.TextLanguage;
import id.saring.text.Token;
import id.saring.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes keywords out of a pack's messages, two or three words each, most of them words that the right claim has too:
 * packs hold few real ones, and what tells the claim of a few words is not what tells that of a sentence.
 */
final class Keywords {
    private static final int MOST = 5_000;
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
        List<Keyword> keywords = new ArrayList<>();
        for (int m : order) {
            Message message = pack.pack().messages().get(m);
            if (message.answerable() && keywords.size() < MOST) {
                String text = keyword(message);
                if (!text.isEmpty()) {
                    keywords.add(new Keyword(m, text));
                }
            }
        }
        List<Lineup> lineups = pack.store().trial().lineups(keywords.stream().map(Keyword::text).toList(), words);
        Example.Source source = new Example.Source(pack.pack().name() + " keywords", false, 0);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lineups.size(); i++) {
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

    /** Empty if the message has not two words to choose from. */
    private String keyword(Message message) {
        String key = Collections.min(message.right());
        Claim claim = pack.store().byKey().get(key);
        if (claim == null) {
            return "";
        }
        TextLanguage language = TextLanguage.of(claim.language().code());
        Set<String> claimed = new HashSet<>();
        Tokenizer.cut(claim.text()).forEach(token -> claimed.add(language.stem(token.word())));
        Set<String> inClaim = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Token token : Tokenizer.cut(message.text())) {
            if (token.word().length() >= SHORTEST_WORD && !language.isStopWord(token.word())) {
                (claimed.contains(language.stem(token.word())) ? inClaim : others).add(token.word());
            }
        }
        List<String> first = shuffled(inClaim);
        List<String> second = shuffled(others);
        int size = 2 + random.nextInt(2);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < size && !(first.isEmpty() && second.isEmpty())) {
            boolean fromClaim = !first.isEmpty() && (second.isEmpty() || random.nextDouble() < FROM_CLAIM);
            chosen.add((fromClaim ? first : second).removeLast());
        }
        return chosen.size() < 2 ? "" : String.join(" ", chosen);
    }

    private List<String> shuffled(Set<String> words) {
        List<String> list = new ArrayList<>(words);
        Collections.shuffle(list, random);
        return list;
    }
}
