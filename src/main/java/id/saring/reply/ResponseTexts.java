package id.saring.reply;

import id.saring.core.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** All texts of all languages as they were read at one moment. */
record ResponseTexts(Map<Language, Map<ReplyFile, ReplyTemplate>> templates, Map<Language, Labels> labels) {
    /** @throws ResponsesException if a file is missing or cannot be read as what it should be */
    static ResponseTexts read(ResponseFiles files) {
        Map<Language, Map<ReplyFile, ReplyTemplate>> templates = new EnumMap<>(Language.class);
        Map<Language, Labels> labels = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            labels.put(language, read(files, Labels.path(language), Labels::read));
            Map<ReplyFile, ReplyTemplate> ofLanguage = new EnumMap<>(ReplyFile.class);
            for (ReplyFile file : ReplyFile.values()) {
                ofLanguage.put(file, read(files, file.path(language), ReplyTemplate::new));
            }
            templates.put(language, ofLanguage);
        }
        return new ResponseTexts(templates, labels);
    }

    /** The files the texts are read from. */
    static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Language language : Language.values()) {
            paths.add(Labels.path(language));
            for (ReplyFile file : ReplyFile.values()) {
                paths.add(file.path(language));
            }
        }
        return paths;
    }

    ReplyTemplate template(ReplyFile file, Language language) {
        return Objects.requireNonNull(Objects.requireNonNull(templates.get(language)).get(file));
    }

    Labels labels(Language language) {
        return Objects.requireNonNull(labels.get(language));
    }

    private static <T> T read(ResponseFiles files, String path, Function<String, T> reader) {
        try {
            return reader.apply(files.read(path));
        } catch (IllegalArgumentException e) {
            throw new ResponsesException(path, String.valueOf(e.getMessage()));
        }
    }
}
