package id.saring.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReviewImportTest extends ExchangeTest {
    private static final String REVIEW = """
            {"@context": "https://schema.org", "@type": "ClaimReview",
             "url": "https://example.org/check/1", "datePublished": "2026-02-03T10:00:00+07:00",
             "name": "No, it is not", "inLanguage": "en",
             "claimReviewed": "It is",
             "author": {"@type": "Organization", "name": "Checkers", "url": "https://example.org"},
             "itemReviewed": {"@type": "Claim", "datePublished": "2026-01-02",
               "author": {"@type": "Person", "name": "Somebody"},
               "appearance": [{"@type": "CreativeWork", "url": "https://example.org/post"}, "https://example.org/post2"],
               "firstAppearance": {"@type": "CreativeWork", "url": "https://example.org/post"}},
             "reviewRating": {"@type": "Rating", "ratingValue": "1", "worstRating": "1", "bestRating": "5",
               "alternateName": "Hoax", "ratingExplanation": "Because"}}""";

    @Test
    void a_review_is_read_with_all_we_can_keep() {
        importText("a.json", REVIEW);
        assertThat(errors()).isEmpty();
        assertThat(only().content()).isEqualTo(new ClaimContent(
                Language.EN, "It is", "No, it is not", Verdict.FALSE, "Hoax", null, "Because",
                List.of(new Source("No, it is not", "https://example.org/check/1", "Checkers")), List.of(),
                List.of("https://example.org/post", "https://example.org/post2"), LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 2, 3), "Checkers"));
        assertThat(only().published()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "%s",
        "[%s]",
        "[null, %s, {\"@type\": \"NewsArticle\", \"headline\": \"x\"}]",
        "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebPage\"}, %s]}",
        "{\"@context\": \"https://schema.org\", \"@type\": \"DataFeed\", \"dateModified\": \"2026-01-01\","
                + " \"dataFeedElement\": [{\"@type\": \"DataFeedItem\", \"dateCreated\": \"2026-01-01\", \"item\": %s}]}",
        "{\"@type\": \"DataFeed\", \"dataFeedElement\": [{\"@type\": \"DataFeedItem\", \"item\": [%s, null]}, {\"@type\": \"DataFeedItem\", \"item\": []}]}",
        "[{\"@type\": \"DataFeed\", \"dataFeedElement\": {\"item\": %s}}]",
        "%s\n%s"
    })
    void a_review_is_found_wherever_feeds_put_it(String around) {
        importText("a.json", around.replace("%s", REVIEW));
        assertThat(errors()).isEmpty();
        assertThat(only().text()).isEqualTo("It is");
    }

    @Test
    void a_review_stands_on_one_line_of_json_lines_as_well() {
        importText("a.jsonl", REVIEW.replace("\n", " "));
        assertThat(only().text()).isEqualTo("It is");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', nullValues = "-", textBlock = """
            {"alternateName": "Salah"}                                                       ~ FALSE ~ -
            {"alternateName": "SALAH"}                                                       ~ FALSE ~ SALAH
            {"alternateName": ["Keliru"]}                                                    ~ FALSE ~ Keliru
            {"alternateName": "Four Pinocchios", "ratingValue": 1, "worstRating": 1, "bestRating": 5} ~ - ~ Four Pinocchios
            {"alternateName": "Mostly true", "ratingValue": 5, "worstRating": 1, "bestRating": 5}     ~ - ~ Mostly true
            {"ratingValue": 1, "worstRating": 1, "bestRating": 5}                            ~ FALSE ~ -
            {"ratingValue": "5", "worstRating": "1", "bestRating": "5"}                      ~ TRUE  ~ -
            {"ratingValue": 10, "worstRating": 0, "bestRating": 10}                          ~ TRUE  ~ -
            {"ratingValue": 3, "worstRating": 1, "bestRating": 5}                            ~ -     ~ 3
            {"ratingValue": 2, "worstRating": 1, "bestRating": 5}                            ~ -     ~ 2
            {"ratingValue": 1}                                                               ~ -     ~ 1
            {"ratingValue": 1, "worstRating": 1}                                             ~ -     ~ 1
            {"ratingValue": 1, "bestRating": 5}                                              ~ -     ~ 1
            {"ratingValue": 1, "worstRating": 1, "bestRating": 1}                            ~ -     ~ 1
            {"ratingValue": 1, "worstRating": 5, "bestRating": 1}                            ~ -     ~ 1
            {"ratingValue": "one", "worstRating": 1, "bestRating": 5}                        ~ -     ~ -
            {}                                                                               ~ -     ~ -""")
    void a_rating_decides_only_when_it_cannot_be_mistaken(String rating, @Nullable Verdict verdict,
    @Nullable String word) {
        importText("a.json", "{\"@type\":\"ClaimReview\",\"claimReviewed\":\"x\",\"reviewRating\":" + rating + "}");
        Claim claim = only();
        assertThat(claim.verdict()).isEqualTo(verdict);
        assertThat(claim.content().rating()).isEqualTo(word);
        assertThat(claim.state()).isEqualTo(verdict == null ? ClaimState.DRAFT : ClaimState.PUBLISHED);
    }

    @Test
    void identifiers_of_others_are_not_taken_for_our_keys() {
        importText("a.json", "{\"@type\":\"ClaimReview\",\"claimReviewed\":\"x\",\"identifier\":\"k1\"}");
        assertThat(only().key()).startsWith("auto-");
    }

    @Test
    void bad_reviews_are_told_by_their_place_and_the_others_go_in() {
        ImportReport report = importText("a.json", """
                {"@type": "DataFeed", "dataFeedElement": [
                  {"item": {"@type": "ClaimReview", "claimReviewed": "satu"}},
                  {"item": {"@type": "ClaimReview", "url": "https://example.org"}},
                  {"item": {"@type": "ClaimReview", "claimReviewed": "x", "inLanguage": "pt"}},
                  {"item": {"@type": "ClaimReview", "claimReviewed": "x", "datePublished": "03/04/2020"}},
                  {"item": {"@type": "ClaimReview", "claimReviewed": "x", "url": "nowhere"}},
                  7,
                  {"item": {"@type": "ClaimReview", "claimReviewed": "dua"}}
                ]}
                """);
        assertThat(stored()).extracting(Claim::text).containsExactly("satu", "dua");
        assertThat(errors()).containsExactly(
                "line 3, item 2: has no claimReviewed",
                "line 4, item 3: language \"pt\" is not one of id, en",
                "line 5, item 4: \"03/04/2020\" is not a day; write it as 2026-01-31",
                "line 6, item 5: url has \"nowhere\", which is not a web address",
                "line 7, item 6: is not a JSON object");
        assertThat(report.rows()).isEqualTo(7);
    }

    @Test
    void of_a_document_that_breaks_off_what_came_before_goes_in() {
        importText("a.json",
                "[{\"@type\":\"ClaimReview\",\"claimReviewed\":\"satu\"},\n{\"@type\":\"ClaimReview\",\"claimRev");
        assertThat(only().text()).isEqualTo("satu");
        assertThat(errors()).singleElement().asString()
                .startsWith("line 2: after item")
                .contains("is not valid JSON")
                .endsWith("nothing after it was read");
    }

    @Test
    void other_things_in_a_feed_are_no_mistake_but_told() {
        ImportReport report = importText("a.json", "[{\"@type\":\"NewsArticle\"},{\"@type\":\"NewsArticle\"}]");
        assertThat(report.failed()).isZero();
        assertThat(report.notes()).containsExactly("Passed over, not a ClaimReview: NewsArticle (2 rows)");
    }
}
