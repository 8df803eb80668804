package id.saring.core;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language Saring answers in. Indonesian is the first and the fallback. */
public enum Language {
    ID,
    EN;

    /** Two-letter ISO 639-1 code in lower case, as files, tables and interfaces write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** Reads a language tag such as {@code id}, {@code in} (its old code), {@code en-GB} or {@code EN_us}. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        return switch (tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0]) {
            case "id", "in", "ind" -> Optional.of(ID);
            case "en", "eng" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
