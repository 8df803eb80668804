package id.saring.factcheck;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of results begins. A token tells what was shown and not how many there were, so that a claim that is
 * published or withdrawn between two pages neither repeats nor hides another one.
 */
sealed interface PageStart {
    /** After so many results, as an {@code offset} asks for. */
    record Offset(int count) implements PageStart {}

    /** After these claims, in whatever order they are found now. */
    record Shown(List<Long> ids) implements PageStart {}

    /** In the list by the day of review, after the claim with this day and id. */
    record Listed(@Nullable LocalDate reviewedOn, long id) implements PageStart {}

    /**
     * What brings the page that begins here.
     *
     * @param search stands for what is searched for
     */
    default String token(int search) {
        String place = switch (this) {
            case Offset offset -> "o" + offset.count;
            case Shown shown -> "s" + shown.ids.stream().map(id -> Long.toString(id, 36)).collect(Collectors.joining(","));
            case Listed listed -> "l" + (listed.reviewedOn == null ? "" : listed.reviewedOn) + "," + listed.id;
        };
        String token = Integer.toHexString(search) + ":" + place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    /** What a token says; empty if we did not make it, or for another search. */
    static Optional<PageStart> read(String token, int search) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 && parts[0].equals(Integer.toHexString(search))
                    ? Optional.of(place(parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static PageStart place(String written) {
        String rest = written.substring(1);
        return switch (written.charAt(0)) {
            case 'o' -> new Offset(Math.max(0, Integer.parseInt(rest)));
            case 's' -> new Shown(Arrays.stream(rest.split(",")).map(id -> Long.parseLong(id, 36)).toList());
            case 'l' -> {
                String[] parts = rest.split(",", 2);
                yield new Listed(parts[0].isEmpty() ? null : LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
            }
            default -> throw new IllegalArgumentException("No place is written so");
        };
    }
}
