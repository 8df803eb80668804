package id.saring.exchange;

import id.saring.core.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one JSON object, refusing what no claim can have: other types, broken characters, excess. */
record Fields(JsonNode object) {
    private static final int MAX_ITEMS = 500;
    private static final int MAX_URL = 2000;

    /** A text, or null if it is absent or blank. */
    @Nullable String text(String name, int maxLength) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadRowException(name + " must be text");
        }
        String text = checked(name, value.stringValue(), maxLength);
        return text.isBlank() ? null : text;
    }

    /** The first of these fields that has a text. */
    @Nullable String firstText(int maxLength, String... names) {
        for (String name : names) {
            String text = text(name, maxLength);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** A text, also when it is written as a number. */
    @Nullable String key(String name, int maxLength) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() ? value.asString() : text(name, maxLength);
    }

    /** A list of texts without blank ones; a single text counts as a list of one. */
    List<String> texts(String name, int maxLength) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (!item.isString()) {
                throw new BadRowException(name + " must be a list of texts");
            }
            String text = checked(name, item.stringValue(), maxLength);
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
        return texts;
    }

    List<String> urls(String name) {
        return texts(name, MAX_URL).stream().map(url -> webAddress(name, url)).toList();
    }

    @Nullable String url(String name) {
        String url = text(name, MAX_URL);
        return url == null ? null : webAddress(name, url);
    }

    /** The elements of a list; a single value counts as a list of one. */
    Collection<JsonNode> items(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.size() > MAX_ITEMS) {
            throw new BadRowException(name + " has more than " + MAX_ITEMS + " entries");
        }
        return value.isArray() ? value.values() : List.of(value);
    }

    Language language(Language fallback, String... names) {
        String tag = firstText(100, names);
        return tag == null
                ? fallback
                : Language.of(tag).orElseThrow(() -> new BadRowException("language \"%s\" is not one of %s"
                        .formatted(tag,
                        Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(", ")))));
    }

    /** A value of an enumeration by its name, in any case and with spaces or hyphens for underscores. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String word = text(name, 100);
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> VerdictWords.normal(constant.name()).equals(VerdictWords.normal(word)))
                .findFirst()
                .orElseThrow(() -> new BadRowException("%s \"%s\" is not one of %s"
                        .formatted(name, word, Arrays.toString(type.getEnumConstants()))));
    }

    /**
     * Refuses what a database or a reader would stumble over: an unpaired surrogate, a NUL, bytes of another encoding.
     */
    private static String checked(String name, String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new BadRowException("%s is longer than %d characters".formatted(name, maxLength));
        }
        if (text.indexOf(TextInput.BROKEN) >= 0) {
            throw new BadRowException(name + " has bytes that are not UTF-8; save the file as UTF-8");
        }
        boolean unpaired = text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (unpaired) {
            throw new BadRowException(name + " has a character that cannot be stored");
        }
        return text;
    }

    private static String webAddress(String name, String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below like any other address that is none.
        }
        throw new BadRowException("%s has \"%s\", which is not a web address".formatted(name, url));
    }
}
