package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.core.OwnWords;
import id.saring.db.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes somebody's words out of the claims and all that they were. What was published in the claim's own name stays: by
 * then it is the fact-checkers' sentence, and the record of what they said.
 */
final class ForgottenWords {
    private final Database database;
    private final ClaimWriting writing;

    ForgottenWords(Database database, ClaimWriting writing) {
        this.database = database;
        this.writing = writing;
    }

    /** The words, what others say instead, and since when they can have come from whoever is to be forgotten. */
    record Forgetting(OwnWords words, @Nullable String instead, Instant sent) {
        boolean in(@Nullable String text) {
            return text != null && words.areAllOf(text);
        }

        boolean in(Revision revision) {
            ClaimContent content = revision.content();
            return in(content.text())
                    || in(content.headline())
                    || in(content.summary())
                    || content.phrasings().stream().anyMatch(this::in)
                    || !without(revision.reason()).equals(plain(revision.reason()));
        }

        String without(@Nullable String reason) {
            return words.takenOutOf(plain(reason));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    void forget(Forgetting forgetting, Signature by) {
        holders(forgetting.words()).forEach(id -> database.transact(() -> forget(id, forgetting, by)));
    }

    /** Revisions tell it all: each claim's present state is its last one. */
    private List<ClaimId> holders(OwnWords words) {
        return database.read()
                .sql("""
                        SELECT DISTINCT claim_id FROM claim_revision
                        WHERE text LIKE :piece ESCAPE '!' OR phrasings LIKE :piece ESCAPE '!'
                            OR headline LIKE :piece ESCAPE '!' OR summary LIKE :piece ESCAPE '!'
                            OR reason LIKE :piece ESCAPE '!'
                        ORDER BY claim_id""")
                .param("piece", words.like())
                .query((row, number) -> new ClaimId(row.getLong("claim_id")))
                .list();
    }

    private void forget(ClaimId id, Forgetting forgetting, Signature by) {
        List<Revision> was = Revisions.all(database.write(), id);
        boolean theirs = was.stream().filter(forgetting::in).findFirst()
                .filter(first -> !first.at().isBefore(forgetting.sent()))
                .isPresent();
        if (!theirs) {
            return;
        }
        Cleaning cleaning = new Cleaning(
                forgetting,
                stood(was, forgetting, ClaimContent::text),
                stood(was, forgetting, ClaimContent::headline),
                stood(was, forgetting, ClaimContent::summary));
        writing.change(id, ClaimWriting.ANY_VERSION, claim -> cleaning.of(claim.content()), Claim::state, by);
        for (Revision revision : was) {
            Revisions.replace(
                    database.write(), revision, cleaning.of(revision.content()),
                    revision.reason() == null ? null : forgetting.without(revision.reason()));
        }
    }

    private static boolean stood(
            List<Revision> was, Forgetting forgetting, Function<ClaimContent, @Nullable String> field) {
        return was.stream()
                .anyMatch(one -> one.state() == ClaimState.PUBLISHED && forgetting.in(field.apply(one.content())));
    }

    /** @param text whether the text stays, because it was published; likewise the others */
    private record Cleaning(Forgetting forgetting, boolean text, boolean headline, boolean summary) {
        ClaimContent of(ClaimContent content) {
            List<String> phrasings = new ArrayList<>();
            for (String phrasing : content.phrasings()) {
                String left = forgetting.in(phrasing) ? forgetting.instead() : phrasing;
                if (left != null && !phrasings.contains(left)) {
                    phrasings.add(left);
                }
            }
            String title = kept(headline, content.headline());
            String sentence = content.text();
            if (!text && forgetting.in(sentence)) {
                sentence = substitute(phrasings, title);
                phrasings.remove(sentence);
            }
            return new ClaimContent(
                    content.language(), sentence, title, content.verdict(), content.rating(), content.kind(),
                    kept(summary, content.summary()), content.sources(), phrasings, content.appearances(),
                    content.firstSeenOn(), content.reviewedOn(), content.reviewedBy());
        }

        private @Nullable String kept(boolean stays, @Nullable String field) {
            return !stays && forgetting.in(field) ? null : field;
        }

        /** A claim has a sentence: how others put it, else its headline, else a sign that one is to be written. */
        private String substitute(List<String> phrasings, @Nullable String title) {
            String instead = forgetting.instead();
            if (instead != null) {
                return instead;
            }
            return !phrasings.isEmpty() ? phrasings.getFirst() : title != null ? title : OwnWords.GONE;
        }
    }
}
