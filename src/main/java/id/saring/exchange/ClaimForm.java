package id.saring.exchange;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimKind;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims.Row;
import id.saring.claim.Source;
import id.saring.core.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saring's own form of a claim as a JSON object, which is also that of a CSV row. Data sets for claim matching name
 * some fields otherwise ({@code id}, {@code title}, {@code body}, {@code url}, {@code date}, {@code lang}); they are
 * read too.
 */
final class ClaimForm {
    /** The fields in the order in which they are written. */
    static final List<String> FIELDS = List.of(
            "key", "language", "claim", "headline", "verdict", "rating", "kind", "summary", "sources", "phrasings",
            "appearances", "firstSeenOn", "reviewedOn", "reviewedBy", "state");

    static final Set<String> OTHER_FIELDS = Set.of("id", "lang", "title", "body", "url", "date");

    private final Language defaultLanguage;
    private final Tally tally;

    ClaimForm(Language defaultLanguage, Tally tally) {
        this.defaultLanguage = defaultLanguage;
        this.tally = tally;
    }

    static boolean knows(String field) {
        return FIELDS.contains(field) || OTHER_FIELDS.contains(field);
    }

    /** @throws BadRowException if no claim can be made of it */
    Row read(JsonNode object) {
        object.propertyNames().stream()
                .filter(name -> !knows(name))
                .forEach(name -> tally.count("Field left out, not known: " + BadRowException.inOneLine(name)));
        Fields fields = new Fields(object);
        String text = fields.text("claim", RowLimits.TEXT);
        if (text == null) {
            throw new BadRowException("has no claim text");
        }
        String headline = fields.firstText(RowLimits.HEADLINE, "headline", "title");
        Rating rating = Rating.of(fields.text("verdict", RowLimits.NAME), fields.text("rating", RowLimits.NAME), tally);
        ClaimContent content = new ClaimContent(
                fields.language(defaultLanguage, "language", "lang"),
                text,
                headline,
                rating.verdict(),
                rating.word(),
                fields.constant("kind", ClaimKind.class),
                fields.firstText(RowLimits.SUMMARY, "summary", "body"),
                sources(fields, headline == null ? text : headline),
                fields.texts("phrasings", RowLimits.TEXT),
                fields.urls("appearances"),
                day(fields.text("firstSeenOn", RowLimits.NAME)),
                reviewedOn(fields),
                fields.text("reviewedBy", RowLimits.NAME));
        String key = fields.key("key", RowLimits.KEY);
        return RowKeys.row(
                key == null ? fields.key("id", RowLimits.KEY) : key,
                content,
                rating.state(fields.constant("state", ClaimState.class)));
    }

    private static List<Source> sources(Fields fields, String title) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode item : fields.items("sources")) {
            sources.add(item.isString()
                    ? source(new Fields(JsonNodeFactory.instance.objectNode().set("url", item)), title)
                    : source(new Fields(item), title));
        }
        return sources.isEmpty() && fields.url("url") != null ? List.of(source(fields, title)) : sources;
    }

    /** A source without a title of its own gets that of its claim. */
    private static Source source(Fields fields, String title) {
        String url = fields.url("url");
        if (url == null) {
            throw new BadRowException("a source has no url");
        }
        String own = fields.text("title", RowLimits.HEADLINE);
        return new Source(own == null ? title : own, url, fields.text("publisher", RowLimits.NAME));
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        return written == null ? null : Days.parse(written);
    }

    /** The data sets' {@code date} is free text; one that is no day must not cost the claim. */
    private @Nullable LocalDate reviewedOn(Fields fields) {
        LocalDate own = day(fields.text("reviewedOn", RowLimits.NAME));
        String date = fields.text("date", RowLimits.TEXT);
        if (own != null || date == null) {
            return own;
        }
        try {
            return Days.parse(date);
        } catch (BadRowException e) {
            tally.count("Date left out, not a day");
            return null;
        }
    }

    static ObjectNode write(Claim claim) {
        ClaimContent content = claim.content();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("key", claim.key());
        object.put("language", content.language().code());
        object.put("claim", content.text());
        put(object, "headline", content.headline());
        put(object, "verdict", content.verdict());
        put(object, "rating", content.rating());
        put(object, "kind", content.kind());
        put(object, "summary", content.summary());
        if (!content.sources().isEmpty()) {
            ArrayNode sources = object.putArray("sources");
            for (Source source : content.sources()) {
                ObjectNode item = sources.addObject().put("title", source.title()).put("url", source.url());
                put(item, "publisher", source.publisher());
            }
        }
        put(object, "phrasings", content.phrasings());
        put(object, "appearances", content.appearances());
        put(object, "firstSeenOn", content.firstSeenOn());
        put(object, "reviewedOn", content.reviewedOn());
        put(object, "reviewedBy", content.reviewedBy());
        return object.put("state", claim.state().name());
    }

    /** Leaves out what reading would leave out, so that a file comes out again as it went in. */
    static void put(ObjectNode object, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            object.put(name, value.toString());
        }
    }

    private static void put(ObjectNode object, String name, List<String> values) {
        List<String> texts = values.stream().filter(value -> !value.isBlank()).toList();
        if (!texts.isEmpty()) {
            ArrayNode items = object.putArray(name);
            texts.forEach(items::add);
        }
    }
}
