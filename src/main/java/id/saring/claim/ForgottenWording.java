package id.saring.claim;

import id.saring.core.OwnWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's words that claims are to forget.
 *
 * @param instead how others put it, to stand in their place; null if nobody did
 * @param sent    when the person first sent them: a claim that had them before has them from somebody else
 */
public record ForgottenWording(OwnWords words, @Nullable String instead, Instant sent) {
    boolean in(@Nullable String text) {
        return text != null && words.areAllOf(text);
    }

    boolean in(Revision revision) {
        ClaimContent content = revision.content();
        return in(content.text())
                || in(content.headline())
                || in(content.summary())
                || content.phrasings().stream().anyMatch(this::in)
                || inReason(revision.reason());
    }

    boolean inReason(@Nullable String reason) {
        return reason != null && !words.takenOutOf(reason).equals(reason);
    }
}
