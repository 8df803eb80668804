package id.saring.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of a feed. The ClaimReviews that stand in it, as a script of its HTML or as an element of its own, are what
 * counts; without one the item itself becomes a draft, with the verdict only if its title names it: {@code [SALAH] …}.
 */
final class FeedItem {
    private static final Pattern JSON_LD = Pattern.compile(
            "(?is)<script\\b[^<>]*application/ld\\+json[^<>]*>(.*?)</script\\s*>");
    private static final Pattern LABELLED = Pattern.compile("(?s)\\s*[\\[(]([^\\])]{2,40})[\\])]\\s*[:\\-–]?\\s*(.+)");
    private static final int SUMMARY = 2000;

    private final FeedHead head;
    private final List<JsonNode> reviews = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable String id;
    private @Nullable String day;
    private String description = "";

    private FeedItem(FeedHead head) {
        this.head = head;
    }

    /** Reads on from an item's start to its end. */
    static FeedItem read(XMLStreamReader xml, FeedHead head) throws XMLStreamException {
        FeedItem item = new FeedItem(head);
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> item.element(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    return item;
                }
                default -> {}
            }
        }
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "title" -> title = FeedText.visible(FeedText.of(xml)).replaceAll("\\s+", " ");
            case "link" -> link(xml);
            case "guid", "id" -> id = FeedText.of(xml).strip();
            case "pubDate", "published", "date" -> day = FeedText.of(xml).strip();
            case "updated" -> {
                String updated = FeedText.of(xml).strip();
                day = day == null ? updated : day;
            }
            default -> {
                boolean shown = List.of("description", "summary", "encoded", "content").contains(xml.getLocalName());
                String text = FeedText.of(xml);
                findReviews(text);
                if (shown && (description.isEmpty() || xml.getLocalName().equals("description"))) {
                    description = FeedText.visible(text);
                }
            }
        }
    }

    private void link(XMLStreamReader xml) throws XMLStreamException {
        String href = xml.getAttributeValue(null, "href");
        String rel = xml.getAttributeValue(null, "rel");
        String text = FeedText.of(xml).strip();
        boolean page = rel == null || rel.equals("alternate");
        if (page && link == null) {
            link = href == null ? text : href;
        }
    }

    private void findReviews(String text) {
        if (!text.contains("ClaimReview")) {
            return;
        }
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            addReview(text);
        }
        for (String html : List.of(text, StringEscapeUtils.unescapeHtml4(text))) {
            Matcher scripts = JSON_LD.matcher(html);
            while (reviews.isEmpty() && scripts.find()) {
                addReview(scripts.group(1));
            }
        }
    }

    private void addReview(String json) {
        try {
            JsonNode node = JsonLinesReader.JSON.readTree(json);
            Containers.visit(node, claim -> {
                if (claim.isObject() && ClaimReviewForm.isClaimReview(claim)) {
                    reviews.add(claim);
                }
            });
        } catch (JacksonException e) {
            // The item is then taken without its review.
        }
    }

    void handTo(Pieces pieces, String place) {
        if (!reviews.isEmpty()) {
            reviews.forEach(review -> pieces.found(place, review));
            return;
        }
        if (title == null || title.isBlank()) {
            pieces.broken(place, "has neither a ClaimReview nor a title");
            return;
        }
        pieces.found(place, draft(title));
    }

    private ObjectNode draft(String heading) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        Matcher labelled = LABELLED.matcher(heading);
        boolean named = labelled.matches() && VerdictWords.verdict(labelled.group(1)).isPresent();
        String key = id == null || id.isEmpty() ? link : id;
        if (key != null && !key.isBlank() && key.length() <= RowLimits.KEY - 5) {
            draft.put("key", "feed:" + key);
        }
        if (head.language() != null) {
            draft.put("language", head.language());
        }
        draft.put("claim", named ? labelled.group(2).strip() : heading);
        draft.put("headline", heading);
        if (named) {
            draft.put("verdict", labelled.group(1).strip());
        }
        draft.put("summary", description.length() <= SUMMARY
                ? description
                : description.substring(
                        0, description.offsetByCodePoints(0, description.codePointCount(0, SUMMARY))) + "…");
        if (link != null && !link.isBlank()) {
            ObjectNode source = draft.putArray("sources").addObject().put("title", heading).put("url", link);
            ClaimForm.put(source, "publisher", head.title());
        }
        ClaimForm.put(draft, "date", day);
        ClaimForm.put(draft, "reviewedBy", head.title());
        return draft.put("state", "DRAFT");
    }
}
