package id.saring.exchange;

import id.saring.core.Language;
import id.saring.core.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The names of the verdicts in ClaimReview. */
final class VerdictLabels {
    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            BUNDLES.put(language, ResourceBundle.getBundle("messages/verdicts", language.locale(), exact));
        }
    }

    private VerdictLabels() {}

    @SuppressWarnings("NullAway") // every language has been loaded above, or the class would not have started
    static String of(Verdict verdict, Language language) {
        return BUNDLES.get(language).getString(verdict.name());
    }
}
