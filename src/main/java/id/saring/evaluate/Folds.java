package id.saring.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Parts messages into folds by story: messages with a right claim in common, or one of the same words in another store,
 * stand in one fold, so that no fold is judged by a model that has seen its stories.
 */
final class Folds {
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> foldOf = new HashMap<>();

    /** What there is to part: the messages of a pack, and the text of a claim by its key. */
    record Part(List<Message> messages, UnaryOperator<String> claimText) {}

    Folds(List<Part> parts, int count, long seed) {
        for (Part part : parts) {
            for (Message message : part.messages()) {
                String node = node(message, part.claimText());
                message.acceptable().forEach(key -> join(node, story(part.claimText().apply(key))));
            }
        }
        Map<String, Integer> sizes = new TreeMap<>();
        for (Part part : parts) {
            part.messages().forEach(message -> sizes.merge(find(node(message, part.claimText())), 1, Integer::sum));
        }
        List<String> groups = new ArrayList<>(sizes.keySet());
        Collections.shuffle(groups, new Random(seed));
        int[] filled = new int[count];
        for (String group : groups) {
            int emptiest = 0;
            for (int f = 1; f < count; f++) {
                emptiest = filled[f] < filled[emptiest] ? f : emptiest;
            }
            filled[emptiest] += sizes.getOrDefault(group, 0);
            foldOf.put(group, emptiest);
        }
    }

    /** The fold, from 0 on, of each message of a part. */
    List<Integer> of(Part part) {
        return part.messages().stream()
                .map(message -> foldOf.getOrDefault(find(node(message, part.claimText())), 0))
                .toList();
    }

    private static String node(Message message, UnaryOperator<String> claimText) {
        return message.acceptable().stream()
                .sorted()
                .findFirst()
                .map(key -> story(claimText.apply(key)))
                .orElse("message " + message.text());
    }

    private static String story(String claimText) {
        return "claim " + claimText.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** The smallest name of a group stands for it, whatever order it was joined in. */
    private void join(String a, String b) {
        String left = find(a);
        String right = find(b);
        int compared = left.compareTo(right);
        if (compared != 0) {
            parents.put(compared < 0 ? right : left, compared < 0 ? left : right);
        }
    }

    private String find(String node) {
        String at = node;
        for (String up = parents.get(at); up != null; up = parents.get(at)) {
            at = up;
        }
        return at;
    }
}
