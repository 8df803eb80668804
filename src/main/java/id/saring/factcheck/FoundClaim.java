package id.saring.factcheck;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Source;
import id.saring.core.Verdict;
import id.saring.http.Imprint;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A claim as {@code claims.search} tells it; the names of its members are Google's. */
record FoundClaim(String text, @Nullable String claimDate, List<Review> claimReview) {
    record Review(
            Publisher publisher,
            String url,
            @Nullable String title,
            @Nullable String reviewDate,
            @Nullable String textualRating,
            String languageCode) {
        /** Whether the review stands on {@code site} or a part of it; the empty site has all. */
        boolean on(String site) {
            String host = publisher.site();
            return site.isEmpty() || host.equals(site) || host.endsWith("." + site);
        }
    }

    record Publisher(String name, String site) {}

    /** The claim with our own review and, if it came from another publisher, theirs. */
    static FoundClaim of(Claim claim, Imprint imprint, MessageSource messages) {
        ClaimContent content = claim.content();
        List<Review> reviews = new ArrayList<>();
        String reviewer = content.reviewedBy();
        Publisher ours = new Publisher(reviewer == null ? imprint.publisher() : reviewer, withoutWww(imprint.host()));
        String title = content.headline() == null ? content.text() : content.headline();
        reviews.add(review(claim, ours, imprint.claim(claim.id()), title, messages));
        content.sources().stream()
                .filter(source -> source.publisher() != null && source.publisher().equals(reviewer))
                .findFirst()
                .ifPresent(source ->
                reviews.add(review(claim, publisher(source), source.url(), source.title(), messages)));
        return new FoundClaim(content.text(), timestamp(content.firstSeenOn()), List.copyOf(reviews));
    }

    /** Only the reviews that stand on {@code site}. */
    FoundClaim on(String site) {
        return new FoundClaim(text, claimDate, claimReview.stream().filter(review -> review.on(site)).toList());
    }

    private static Review review(Claim claim, Publisher publisher, String url, String title, MessageSource messages) {
        ClaimContent content = claim.content();
        Verdict verdict = content.verdict();
        String word = verdict == null ? null : messages.getMessage(verdict.name(), null, claim.language().locale());
        return new Review(publisher, url, title, timestamp(content.reviewedOn()), word, claim.language().code());
    }

    private static Publisher publisher(Source source) {
        String host = URI.create(source.url()).getHost();
        return new Publisher(String.valueOf(source.publisher()), host == null ? "" : withoutWww(host));
    }

    private static String withoutWww(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    private static @Nullable String timestamp(@Nullable LocalDate day) {
        return day == null ? null : day + "T00:00:00Z";
    }
}
