package id.saring.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of several words, their short forms and spelling variants, each brought to one wording. */
final class Phrases {
    private record Phrase(String[] form, String[] meaning) {
        boolean standsAt(int start, List<Token> tokens) {
            if (start + form.length > tokens.size()) {
                return false;
            }
            int sentence = tokens.get(start).sentence();
            for (int i = 1; i < form.length; i++) {
                Token token = tokens.get(start + i);
                if (!token.word().equals(form[i]) || token.sentence() != sentence) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, Phrase[]> byFirstWord;

    private Phrases(Map<String, Phrase[]> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    static Phrases read(String list) {
        Map<String, List<Phrase>> phrases = new HashMap<>();
        WordList.readPhrases(list).forEach((form, meaning) -> {
            Phrase phrase = new Phrase(form.split(" "), meaning.split(" "));
            phrases.computeIfAbsent(phrase.form[0], first -> new ArrayList<>()).add(phrase);
        });
        Map<String, Phrase[]> byFirstWord = new HashMap<>();
        phrases.forEach((first, all) -> {
            all.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.form.length));
            byFirstWord.put(first, all.toArray(Phrase[]::new));
        });
        return new Phrases(WordList.quick(byFirstWord));
    }

    /** The tokens with every phrase replaced, the longest first; what replaces it takes the place of its first word. */
    List<Token> replace(List<Token> tokens) {
        List<Token> replaced = new ArrayList<>(tokens.size() + 8);
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            Phrase phrase = find(i, tokens);
            if (phrase == null) {
                replaced.add(token);
                i++;
            } else {
                for (String word : phrase.meaning) {
                    replaced.add(new Token(word, token.name(), token.sentence()));
                }
                i += phrase.form.length;
            }
        }
        return replaced;
    }

    private @Nullable Phrase find(int start, List<Token> tokens) {
        Phrase[] candidates = byFirstWord.get(tokens.get(start).word());
        if (candidates != null) {
            for (Phrase candidate : candidates) {
                if (candidate.standsAt(start, tokens)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
