package id.saring.moderation;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A claim as somebody wrote it in a form or sent it to the API, right or wrong: nothing typed is lost when it is shown
 * again.
 */
record ClaimFields(
        String language,
        String text,
        String headline,
        String verdict,
        String rating,
        String kind,
        String summary,
        List<SourceFields> sources,
        List<String> phrasings,
        List<String> appearances,
        String firstSeenOn,
        String reviewedOn,
        String reviewedBy) {
    static final int TEXT = 10_000;
    static final int HEADLINE = 1_000;
    static final int SUMMARY = 50_000;
    static final int NAME = 500;
    static final int URL = 2_000;
    static final int MOST = 500;

    record SourceFields(String title, String url, String publisher) {
        static final SourceFields EMPTY = new SourceFields("", "", "");

        boolean isEmpty() {
            return title.isBlank() && url.isBlank() && publisher.isBlank();
        }
    }

    /** What is wrong with a field; its words are {@code claim.fault.<code>}. */
    record Fault(String code, List<Object> arguments) {
        static Fault of(String code, Object... arguments) {
            return new Fault(code, List.of(arguments));
        }

        Object[] args() {
            return arguments.toArray();
        }
    }

    /** The content, or else why there is none, by field. */
    record Checked(@Nullable ClaimContent content, Map<String, Fault> faults) {}

    ClaimFields {
        sources = List.copyOf(sources);
        phrasings = List.copyOf(phrasings);
        appearances = List.copyOf(appearances);
    }

    static ClaimFields empty(Language language) {
        return new ClaimFields(
                language.code(), "", "", "", "", "", "", List.of(), List.of(), List.of(), "", "", "");
    }

    ClaimFields withPhrasing(String phrasing) {
        return new ClaimFields(
                language, text, headline, verdict, rating, kind, summary, sources,
                Stream.concat(phrasings.stream(), Stream.of(phrasing)).toList(),
                appearances, firstSeenOn, reviewedOn, reviewedBy);
    }

    static ClaimFields of(ClaimContent content) {
        return new ClaimFields(
                content.language().code(),
                content.text(),
                written(content.headline()),
                written(content.verdict()),
                written(content.rating()),
                written(content.kind()),
                written(content.summary()),
                content.sources().stream()
                        .map(source -> new SourceFields(source.title(), source.url(), written(source.publisher())))
                        .toList(),
                content.phrasings(),
                content.appearances(),
                written(content.firstSeenOn()),
                written(content.reviewedOn()),
                written(content.reviewedBy()));
    }

    private static String written(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    Checked check() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        String claim = optional("claim", text, TEXT, faults);
        if (claim == null && !faults.containsKey("claim")) {
            faults.put("claim", Fault.of("missing"));
        }
        String heading = optional("headline", headline, HEADLINE, faults);
        Language spoken = Language.of(language).orElse(null);
        if (spoken == null) {
            faults.put("language", Fault.of("unknown"));
        }
        Verdict found = constant("verdict", verdict, Verdict.class, faults);
        String word = optional("rating", rating, NAME, faults);
        ClaimKind type = constant("kind", kind, ClaimKind.class, faults);
        String reason = optional("summary", summary, SUMMARY, faults);
        List<Source> pages = sources(heading == null ? claim : heading, faults);
        List<String> wordings = phrasings(faults);
        List<String> seen = appearances(faults);
        LocalDate first = day("firstSeenOn", firstSeenOn, faults);
        LocalDate reviewed = day("reviewedOn", reviewedOn, faults);
        String reviewer = optional("reviewedBy", reviewedBy, NAME, faults);
        if (!faults.isEmpty() || claim == null || spoken == null) {
            return new Checked(null, faults);
        }
        return new Checked(
                new ClaimContent(
                        spoken, claim, heading, found, word, type, reason, pages, wordings, seen, first,
                        reviewed, reviewer),
                Map.of());
    }

    private List<Source> sources(@Nullable String title, Map<String, Fault> faults) {
        List<Source> pages = new ArrayList<>();
        int number = 0;
        for (SourceFields source : sources) {
            number++;
            if (source.isEmpty()) {
                continue;
            }
            String url = source.url().strip();
            if (!isWebAddress(url)) {
                faults.put("sources", Fault.of("source_address", number));
            } else if (source.title().length() > HEADLINE || source.publisher().length() > NAME
                    || pages.size() >= MOST) {
                faults.put("sources", Fault.of("source_long", number));
            } else if (!storable(source.title() + source.publisher())) {
                faults.put("sources", Fault.of("unstorable"));
            } else {
                String own = source.title().isBlank() ? title : source.title().strip();
                String publisher = source.publisher().isBlank() ? null : source.publisher().strip();
                pages.add(new Source(own == null ? url : own, url, publisher));
            }
        }
        return pages;
    }

    private List<String> phrasings(Map<String, Fault> faults) {
        List<String> wordings = new ArrayList<>();
        for (String phrasing : phrasings) {
            String wording = optional("phrasings", phrasing, TEXT, faults);
            if (wording != null && !wordings.contains(wording)) {
                wordings.add(wording);
            }
        }
        if (wordings.size() > MOST) {
            faults.put("phrasings", Fault.of("many", MOST));
        }
        return wordings;
    }

    private List<String> appearances(Map<String, Fault> faults) {
        List<String> seen = appearances.stream().map(String::strip).filter(url -> !url.isEmpty()).toList();
        for (int i = 0; i < seen.size(); i++) {
            if (!isWebAddress(seen.get(i))) {
                faults.put("appearances", Fault.of("address", i + 1));
            }
        }
        if (seen.size() > MOST) {
            faults.put("appearances", Fault.of("many", MOST));
        }
        return seen;
    }

    private static @Nullable String optional(String field, String value, int most, Map<String, Fault> faults) {
        if (value.length() > most) {
            faults.put(field, Fault.of("long", most, value.length()));
        } else if (!storable(value)) {
            faults.put(field, Fault.of("unstorable"));
        }
        return value.isBlank() ? null : value.strip();
    }

    /** A database or a reader would stumble over an unpaired surrogate or a NUL. */
    private static boolean storable(String value) {
        return value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String field, String value, Class<E> type, Map<String, Fault> faults) {
        if (value.isBlank()) {
            return null;
        }
        String name = value.strip().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        faults.put(field,
                Fault.of("choice", String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
        return null;
    }

    private static @Nullable LocalDate day(String field, String value, Map<String, Fault> faults) {
        if (value.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told like a year that is none.
        }
        faults.put(field, Fault.of("day"));
        return null;
    }

    static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= URL
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
