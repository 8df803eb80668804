package id.saring.evaluate;

import id.saring.match.WordWeights;
import java.util.ArrayList;
import java.util.List;

/** Fits what a word is worth: a handful of numbers, so that what they were fitted on hardly shows in them. */
final class WordFit {
    private static final double SHRINKAGE = 1e-4;

    private static final double USUAL_SIZE = 400;

    private WordFit() {}

    /** What all answerable messages of the packs teach of words. */
    static WordWeights fit(List<TrialPack> packs) {
        List<DecisionFit.Trying> ofMessages = new ArrayList<>();
        List<DecisionFit.Trying> ofClaims = new ArrayList<>();
        for (TrialPack pack : packs) {
            List<Message> answerable = pack.pack().messages().stream().filter(Message::answerable).toList();
            double weight = Math.min(1, Math.pow(USUAL_SIZE / Math.max(1, answerable.size()), 0.7));
            List<WordWeights.Examples> all = answerable.parallelStream()
                    .map(message -> pack.store().trial().words(message.text(), pack.store().ids(message.right())))
                    .toList();
            for (WordWeights.Examples examples : all) {
                if (!examples.ofClaims().isEmpty()) {
                    // A long message has many words to teach by, but is one message.
                    add(examples.ofMessage(), weight / Math.sqrt(Math.max(1, examples.ofMessage().size())), ofMessages);
                    add(examples.ofClaims(), weight / examples.ofClaims().size(), ofClaims);
                }
            }
        }
        if (ofClaims.isEmpty()) {
            throw new IllegalArgumentException(
                    "No message has a right claim among its candidates; nothing can be fitted");
        }
        return new WordWeights(
                DecisionFit.fit(WordWeights.messageTraits(), ofMessages, SHRINKAGE),
                DecisionFit.fit(WordWeights.claimTraits(), ofClaims, SHRINKAGE));
    }

    private static void add(List<WordWeights.Example> words, double weight, List<DecisionFit.Trying> tryings) {
        words.forEach(word -> tryings.add(new DecisionFit.Trying(word.traits(), word.shared(), weight)));
    }
}
