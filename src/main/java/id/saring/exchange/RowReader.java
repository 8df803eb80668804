package id.saring.exchange;

import id.saring.claim.Claims.Row;
import id.saring.core.Language;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes rows of pieces, whichever form they have. */
abstract class RowReader implements Pieces {
    private final ClaimForm form;
    private final ClaimReviewForm reviewForm;
    private final Tally tally;

    RowReader(Language defaultLanguage, Tally tally) {
        this.form = new ClaimForm(defaultLanguage, tally);
        this.reviewForm = new ClaimReviewForm(defaultLanguage, tally);
        this.tally = tally;
    }

    abstract void row(String place, Row row);

    @Override
    public void found(String place, JsonNode piece) {
        Containers.visit(piece, claim -> {
            try {
                if (claim.isNull() || isSomethingElse(claim)) {
                    return;
                }
                row(place, read(claim));
            } catch (BadRowException e) {
                broken(place, String.valueOf(e.getMessage()));
            }
        });
    }

    private Row read(JsonNode claim) {
        if (!claim.isObject()) {
            throw new BadRowException("is not a JSON object");
        }
        return ClaimReviewForm.isClaimReview(claim) ? reviewForm.read(claim) : form.read(claim);
    }

    /** Feeds and pages hold other things beside reviews, such as the article; they are no mistake. */
    private boolean isSomethingElse(JsonNode claim) {
        if (!claim.isObject() || !claim.has("@type") || claim.has("claim") || ClaimReviewForm.isClaimReview(claim)) {
            return false;
        }
        String types = ClaimReviewForm.types(claim).collect(Collectors.joining(", "));
        tally.count("Passed over, not a ClaimReview: " + BadRowException.inOneLine(types));
        return true;
    }
}
