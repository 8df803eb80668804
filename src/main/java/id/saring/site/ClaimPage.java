package id.saring.site;

import id.saring.bulletin.Bulletin;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.exchange.ClaimReviews;
import id.saring.http.Imprint;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a claim's page shows.
 *
 * @param translations the claim in other languages
 * @param history      what became of it, the newest first
 * @param corrected    whether its verdict was another one before
 * @param jsonLd       its ClaimReview, safe to stand in a script element
 */
record ClaimPage(
        Claim claim,
        Verdict verdict,
        String canonical,
        String picture,
        List<Translation> translations,
        List<Change> history,
        boolean corrected,
        ShareLinks links,
        String jsonLd) {
    record Translation(Language language, String url) {}

    record Change(Bulletin.Kind kind, Verdict verdict, @Nullable Verdict former, LocalDate day) {}

    public ClaimContent content() {
        return claim.content();
    }

    /** Where to send who reads none of these languages; empty if there is one alone. */
    public Optional<String> byDefault() {
        return translations.stream()
                .min(Comparator.comparing(other -> other.language() != Language.ID))
                .map(Translation::url);
    }

    /** @param verdictWord the verdict in the language of the claim */
    static ClaimPage of(
            Claim claim, List<Stamp> translations, List<Bulletin> bulletins, String verdictWord, Imprint imprint,
            SiteSettings settings) {
        String url = imprint.claim(claim.id());
        String picture = imprint.at(picturePath(claim));
        List<Change> history = bulletins.stream()
                .sorted(Comparator.comparingLong(Bulletin::id).reversed())
                .map(b -> new Change(b.kind(), b.verdict(), b.former(), imprint.day(b.at())))
                .distinct()
                .toList();
        return new ClaimPage(
                claim,
                Objects.requireNonNull(claim.verdict()),
                url,
                picture,
                translations.size() < 2
                        ? List.of()
                        : translations.stream().map(t -> new Translation(t.language(), imprint.claim(t.id()))).toList(),
                history,
                history.stream().anyMatch(change -> change.former() != null),
                ShareLinks.of(verdictWord, claim.text(), url, settings),
                jsonLd(claim, url, picture, imprint));
    }

    static String picturePath(Claim claim) {
        return "/klaim/" + claim.id() + "/" + claim.version() + ".png";
    }

    private static String jsonLd(Claim claim, String url, String picture, Imprint imprint) {
        ObjectNode review = ClaimReviews.published(
                claim, url, imprint.publisher(), imprint.at("/"), imprint.timeZone());
        review.put("image", picture).put("license", imprint.licence());
        // So that no text of a claim can end the script element.
        return review.toString().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
