package id.saring.reply;

import id.saring.core.Language;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides in which language a person is answered. */
public final class LanguageChoice {
    private final Function<String, Optional<Language>> detector;
    private final Language lastResort;

    /** @param detector tells the language of a message, if it can */
    public LanguageChoice(Function<String, Optional<Language>> detector, Language lastResort) {
        this.detector = detector;
        this.lastResort = lastResort;
    }

    /** What the person once chose; else the message's language; else that of their app; else the installation's. */
    public Language choose(Optional<Language> chosen, String message, @Nullable Language client) {
        return chosen.or(() -> detector.apply(message))
                .or(() -> Optional.ofNullable(client))
                .orElse(lastResort);
    }
}
