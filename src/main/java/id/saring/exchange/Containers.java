package id.saring.exchange;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Finds the claims inside what only holds them: arrays, {@code @graph}, DataFeeds and their items. */
final class Containers {
    /** Properties of things whose values are the things we look for. */
    static final List<String> PROPERTIES = List.of("@graph", "dataFeedElement", "itemListElement", "item",
            "mainEntity");

    private Containers() {}

    static void visit(JsonNode piece, Consumer<JsonNode> claims) {
        if (piece.isArray()) {
            piece.values().forEach(element -> visit(element, claims));
            return;
        }
        boolean holds = false;
        if (piece.isObject() && !piece.has("claim") && !ClaimReviewForm.isClaimReview(piece)) {
            for (String property : PROPERTIES) {
                JsonNode inner = piece.path(property);
                if (inner.isContainer()) {
                    holds = true;
                    visit(inner, claims);
                }
            }
        }
        if (!holds) {
            claims.accept(piece);
        }
    }
}
