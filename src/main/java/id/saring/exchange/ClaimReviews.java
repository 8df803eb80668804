package id.saring.exchange;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Source;
import id.saring.core.Verdict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a claim as schema.org ClaimReview, for search engines, other fact-checkers' tools and Saring's own export. */
public final class ClaimReviews {
    static final String CONTEXT = "https://schema.org";

    /** Marks the identifier that is a claim's key here; identifiers of other publishers mean nothing to us. */
    static final String KEY_PROPERTY = "saring";

    private ClaimReviews() {}

    /**
     * The ClaimReview of a claim, without {@code @context}.
     *
     * @param url the page of the review; the claim's first source if null
     */
    public static ObjectNode of(Claim claim, @Nullable String url) {
        ClaimContent content = claim.content();
        List<Source> sources = content.sources();
        ObjectNode review = JsonNodeFactory.instance.objectNode().put("@type", "ClaimReview");
        review.putObject("identifier").put("@type", "PropertyValue").put("propertyID", KEY_PROPERTY)
                .put("value", claim.key());
        ClaimForm.put(review, "url", url != null || sources.isEmpty() ? url : sources.getFirst().url());
        ClaimForm.put(review, "name", content.headline());
        review.put("claimReviewed", content.text());
        review.put("inLanguage", content.language().code());
        ClaimForm.put(review, "datePublished", content.reviewedOn());
        ClaimForm.put(review, "creativeWorkStatus", claim.state());
        if (content.reviewedBy() != null && !content.reviewedBy().isBlank()) {
            review.putObject("author").put("@type", "Organization").put("name", content.reviewedBy());
        }
        addRating(review, content);
        addItem(review, content);
        addCitations(review, sources);
        return review;
    }

    /**
     * The ClaimReview of a published claim as a document of its own, with {@code @context} and all that search engines
     * ask for.
     *
     * @param url           the page of the review
     * @param publisher     who answers for it
     * @param publisherSite the publisher's address
     * @param zone          whose days those of publishing and changing are, so that neither seems to precede the other
     */
    public static ObjectNode published(
            Claim claim, String url, String publisher, String publisherSite, ZoneId zone) {
        ObjectNode review = JsonNodeFactory.instance.objectNode().put("@context", CONTEXT);
        review.setAll(of(claim, url));
        review.put("dateModified", ISO_OFFSET_DATE_TIME.format(claim.updatedAt().atZone(zone)));
        if (!review.has("datePublished")) {
            review.put("datePublished", LocalDate.ofInstant(claim.createdAt(), zone).toString());
        }
        if (!review.has("author")) {
            review.putObject("author").put("@type", "Organization").put("name", publisher);
        }
        review.putObject("publisher").put("@type", "Organization").put("name", publisher).put("url", publisherSite);
        return review;
    }

    private static void addRating(ObjectNode review, ClaimContent content) {
        ObjectNode rating = JsonNodeFactory.instance.objectNode().put("@type", "Rating");
        Verdict verdict = content.verdict();
        if (verdict == null) {
            ClaimForm.put(rating, "alternateName", content.rating());
        } else {
            verdict.rating().ifPresent(value ->
                    rating.put("ratingValue", value).put("worstRating", 1).put("bestRating", 5));
            rating.put("alternateName", VerdictLabels.of(verdict, content.language()));
        }
        ClaimForm.put(rating, "ratingExplanation", content.summary());
        if (rating.size() > 1) {
            review.set("reviewRating", rating);
        }
    }

    private static void addItem(ObjectNode review, ClaimContent content) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("@type", "Claim");
        ClaimForm.put(item, "datePublished", content.firstSeenOn());
        if (!content.appearances().isEmpty()) {
            ArrayNode appearances = item.putArray("appearance");
            content.appearances().forEach(url -> appearances.addObject().put("@type", "CreativeWork").put("url", url));
        }
        if (item.size() > 1) {
            review.set("itemReviewed", item);
        }
    }

    private static void addCitations(ObjectNode review, List<Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        ArrayNode citations = review.putArray("citation");
        for (Source source : sources) {
            ObjectNode citation = citations.addObject()
                    .put("@type", "CreativeWork")
                    .put("name", source.title())
                    .put("url", source.url());
            if (source.publisher() != null && !source.publisher().isBlank()) {
                citation.putObject("publisher").put("@type", "Organization").put("name", source.publisher());
            }
        }
    }
}
