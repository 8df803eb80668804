package id.saring.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.claim.Difference.Kind;
import id.saring.claim.Difference.Piece;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void words_that_changed_are_told_apart_from_those_that_stayed() {
        assertThat(Difference.compare("Minum air panas, aman.", "Minum air dingin, aman.")).containsExactly(
                new Piece(Kind.SAME, "Minum air "),
                new Piece(Kind.REMOVED, "panas"),
                new Piece(Kind.ADDED, "dingin"),
                new Piece(Kind.SAME, ", aman."));
    }

    @Test
    void only_fields_that_differ_are_told() {
        ClaimContent before = ClaimsContract.content("teks", Verdict.FALSE);
        ClaimContent after = before.with("cara lain");
        assertThat(Difference.between(before, after))
                .containsExactly(new Difference("phrasings", List.of(new Piece(Kind.ADDED, "cara lain"))));
        assertThat(Difference.between(before, before)).isEmpty();
    }

    @Test
    void a_first_version_is_all_new() {
        ClaimContent content = ClaimsContract.content(Language.ID, "teks", Verdict.FALSE, null);
        assertThat(Difference.between(null, content)).extracting(Difference::field)
                .containsExactly("claim", "verdict", "language");
    }

    @Test
    void what_stays_and_comes_is_the_new_text_whatever_its_size() {
        String before = words(50_000, 7);
        String after = words(50_000, 11);
        List<Piece> pieces = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Difference.compare(before, after));
        assertThat(pieces.stream().filter(p -> p.kind() != Kind.REMOVED).map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(after);
        assertThat(pieces.stream().filter(p -> p.kind() != Kind.ADDED).map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(before);
    }

    private static String words(int count, int step) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i * step).collect(Collectors.joining(" "));
    }
}
