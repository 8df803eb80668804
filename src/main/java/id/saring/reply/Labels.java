package id.saring.reply;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The single words of a language: verdicts with their sign, the advice below them, buttons. */
record Labels(Map<String, String> values) {
    /** What a button says. */
    enum ButtonLabel {
        HELPFUL("button.helpful"),
        NOT_THIS("button.not_this"),
        NONE_FITS("button.none_fits"),
        LATEST("button.latest"),
        SUBMIT("button.submit"),
        ERASE("button.erase");

        private final String key;

        ButtonLabel(String key) {
            this.key = key;
        }
    }

    /** WhatsApp shows no more of a button. */
    private static final int LONGEST_BUTTON = 20;

    private static final int LONGEST_LABEL = 100;
    private static final String ADVICE = "advice.";
    private static final String LANGUAGE = "language.name";

    Labels {
        values = Map.copyOf(values);
    }

    static String path(Language language) {
        return language.code() + "/labels.properties";
    }

    /** @throws IllegalArgumentException if a label is missing, unknown, empty or too long; the message says which */
    static Labels read(String source) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(source));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        }
        Map<String, String> values = new HashMap<>();
        Set<String> known = keys();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("has an unknown label " + key);
            }
            values.put(key, Shortening.tidy(properties.getProperty(key)));
        }
        for (String key : known) {
            check(key, values);
        }
        return new Labels(values);
    }

    private static void check(String key, Map<String, String> values) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("lacks the label " + key);
        }
        if (value.isEmpty() && !key.startsWith(ADVICE)) {
            throw new IllegalArgumentException("has an empty label " + key);
        }
        boolean button = key.startsWith("button.") || key.equals(LANGUAGE);
        int longest = button ? LONGEST_BUTTON : LONGEST_LABEL;
        if (value.length() > longest) {
            throw new IllegalArgumentException(
                    "has a label %s of %d characters where %d fit".formatted(key, value.length(), longest));
        }
    }

    /** The keys every language has. */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Verdict verdict : Verdict.values()) {
            keys.add("verdict." + verdict.name());
            keys.add(ADVICE + verdict.name());
        }
        for (ButtonLabel button : ButtonLabel.values()) {
            keys.add(button.key);
        }
        keys.add(LANGUAGE);
        return keys;
    }

    String verdict(Verdict verdict) {
        return get("verdict." + verdict.name());
    }

    /** What to do about a claim of this verdict; may be empty. */
    String advice(Verdict verdict) {
        return get(ADVICE + verdict.name());
    }

    String button(ButtonLabel button) {
        return get(button.key);
    }

    /** The language's name in itself. */
    String language() {
        return get(LANGUAGE);
    }

    private String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("Checked when read: " + key);
        }
        return value;
    }
}
