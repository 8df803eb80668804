package id.saring.exchange;

import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims.Row;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads schema.org ClaimReview as publishers write it: a property may be one value or a list, a text or a thing that
 * has a name or an address.
 */
final class ClaimReviewForm {
    private final Language defaultLanguage;
    private final Tally tally;

    ClaimReviewForm(Language defaultLanguage, Tally tally) {
        this.defaultLanguage = defaultLanguage;
        this.tally = tally;
    }

    static boolean isClaimReview(JsonNode object) {
        return types(object).anyMatch(type -> type.endsWith("ClaimReview"));
    }

    /** The names of a thing's types; empty if it says none. */
    static Stream<String> types(JsonNode object) {
        return new Fields(object).items("@type").stream().filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** @throws BadRowException if no claim can be made of it */
    Row read(JsonNode review) {
        Fields fields = new Fields(review);
        String text = fields.text("claimReviewed", RowLimits.TEXT);
        if (text == null) {
            throw new BadRowException("has no claimReviewed");
        }
        Language language = language(fields);
        JsonNode rating = first(fields, "reviewRating");
        JsonNode item = first(fields, "itemReviewed");
        String headline = fields.firstText(RowLimits.HEADLINE, "name", "headline");
        String author = name(fields, "author");
        Rating found = rating(new Fields(rating), language);
        String day = fields.text("datePublished", RowLimits.NAME);
        String firstSeen = new Fields(item).text("datePublished", RowLimits.NAME);
        String explanation = new Fields(rating).text("ratingExplanation", RowLimits.SUMMARY);
        ClaimContent content = new ClaimContent(
                language,
                text,
                headline,
                found.verdict(),
                found.word(),
                null,
                explanation == null ? fields.firstText(RowLimits.SUMMARY, "reviewBody", "description") : explanation,
                sources(fields, headline == null ? text : headline, author),
                List.of(),
                appearances(new Fields(item)),
                firstSeen == null ? null : Days.parse(firstSeen),
                day == null ? null : Days.parse(day),
                author);
        return RowKeys.row(key(fields), content, found.state(fields.constant("creativeWorkStatus", ClaimState.class)));
    }

    private static @Nullable String key(Fields review) {
        return review.items("identifier").stream()
                .filter(identifier -> identifier.path("propertyID").asString("").equals(ClaimReviews.KEY_PROPERTY))
                .map(identifier -> new Fields(identifier).key("value", RowLimits.KEY))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Language language(Fields review) {
        JsonNode language = first(review, "inLanguage");
        return language.isObject()
                ? new Fields(language).language(defaultLanguage, "alternateName", "name")
                : review.language(defaultLanguage, "inLanguage");
    }

    private Rating rating(Fields rating, Language language) {
        String word = first(rating, "alternateName").stringValueOpt().filter(w -> !w.isBlank()).orElse(null);
        if (word == null) {
            return ofValue(rating);
        }
        Rating found = Rating.of(rating.texts("alternateName", RowLimits.NAME).getFirst(), null, tally);
        boolean ours = found.verdict() != null && word.equals(VerdictLabels.of(found.verdict(), language));
        return ours ? new Rating(found.verdict(), null, false) : found;
    }

    /**
     * A bare number decides only at the ends of a scale that names both of them; between them it could mean anything.
     */
    private Rating ofValue(Fields rating) {
        BigDecimal value = number(rating, "ratingValue");
        BigDecimal worst = number(rating, "worstRating");
        BigDecimal best = number(rating, "bestRating");
        if (value == null) {
            return new Rating(null, null, false);
        }
        if (worst != null && best != null && worst.compareTo(best) < 0) {
            if (value.compareTo(worst) == 0) {
                return new Rating(Verdict.FALSE, null, false);
            }
            if (value.compareTo(best) == 0) {
                return new Rating(Verdict.TRUE, null, false);
            }
        }
        tally.count("Kept as a draft, a rating without a word");
        return new Rating(null, value.toPlainString(), true);
    }

    private static @Nullable BigDecimal number(Fields rating, String name) {
        String number = rating.object().path(name).asString("").strip();
        return number.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(number) : null;
    }

    private static List<Source> sources(Fields review, String title, @Nullable String publisher) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode citation : review.items("citation")) {
            Fields fields = new Fields(citation);
            String url = citation.isObject() ? fields.url("url") : null;
            if (url != null) {
                String name = fields.firstText(RowLimits.HEADLINE, "name", "headline");
                sources.add(new Source(name == null ? title : name, url, name(fields, "publisher")));
            }
        }
        String url = review.url("url");
        if (url != null && sources.stream().noneMatch(source -> source.url().equals(url))) {
            sources.addFirst(new Source(title, url, publisher));
        }
        return sources;
    }

    private static List<String> appearances(Fields item) {
        return Stream.of("appearance", "firstAppearance")
                .flatMap(name -> item.items(name).stream())
                .map(ClaimReviewForm::address)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable String address(JsonNode thing) {
        if (thing.isString()) {
            return new Fields(JsonNodeFactory.instance.objectNode().set("appearance", thing)).url("appearance");
        }
        Fields fields = new Fields(thing);
        String url = fields.url("url");
        return url == null ? fields.url("@id") : url;
    }

    /** The name of a person or an organisation, given as such or as a bare text. */
    private static @Nullable String name(Fields fields, String property) {
        JsonNode thing = first(fields, property);
        return thing.isObject()
                ? new Fields(thing).text("name", RowLimits.NAME)
                : fields.text(property, RowLimits.NAME);
    }

    private static JsonNode first(Fields fields, String name) {
        return fields.items(name).stream().findFirst().orElse(MissingNode.getInstance());
    }
}
