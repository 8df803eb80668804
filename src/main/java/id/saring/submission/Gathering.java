package id.saring.submission;

import id.saring.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts each message sent for checking into the case it belongs to, or a new one. One at a time in the whole
 * installation.
 */
final class Gathering {
    /** As like as this, two messages tell the same story; measured with {@code evaluate --gathering}. */
    static final double SAME_STORY = 0.38;

    /** What moderators dismissed is not put before them again so soon. */
    private static final Duration DISMISSED_FOR = Duration.ofDays(30);

    /** Further wordings of a case are counted with the one they are most like. */
    private static final int MOST_VARIANTS = 200;

    private final Database database;
    private final WordingIndex index;
    private final CaseTable cases;
    private final Clock clock;

    Gathering(Database database, WordingIndex index, CaseTable cases, Clock clock) {
        this.database = database;
        this.index = index;
        this.cases = cases;
        this.clock = clock;
    }

    /** Where a message belongs. */
    private record Place(CaseId found, long variant) {}

    /** Gathers the question, once for its key; says which case it belongs to. */
    CaseId gather(Question question) {
        return database.transact(() -> {
            index.lock();
            Optional<CaseId> before = cases.caseOf(question.key());
            if (before.isPresent()) {
                return before.get();
            }
            Place place = place(question, Wording.of(question.text()));
            cases.addSubmission(question, place.found(), place.variant());
            return place.found();
        });
    }

    private Place place(Question question, Wording wording) {
        long since = clock.millis() - DISMISSED_FOR.toMillis();
        Optional<Place> same = cases.variantOf(wording.key(), since).map(v -> new Place(v.found(), v.id()));
        if (same.isPresent()) {
            return same.get();
        }
        List<WordingIndex.Like> like = index.search(wording, since).stream()
                .filter(one -> one.likeness() >= SAME_STORY)
                .toList();
        if (like.isEmpty()) {
            return newWording(question, wording, cases.open(question.language(), question.at()));
        }
        WordingIndex.Like best = like.getFirst();
        return cases.countVariants(best.found()) < MOST_VARIANTS
                ? newWording(question, wording, best.found())
                : new Place(best.found(), best.variant());
    }

    private Place newWording(Question question, Wording wording, CaseId into) {
        long variant = cases.addVariant(into, question, wording.key());
        index.add(variant, wording);
        return new Place(into, variant);
    }
}
