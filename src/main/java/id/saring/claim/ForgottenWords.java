package id.saring.claim;

import id.saring.core.ClaimId;
import id.saring.core.OwnWords;
import id.saring.db.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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

    void forget(Collection<ForgottenWording> wordings, Signature by) {
        holders(wordings).forEach((id, held) -> held.forEach(wording ->
                database.transact(() -> forget(id, wording, by))));
    }

    /** In one go for all of them; revisions tell it all, because each claim's present state is its last one. */
    private Map<ClaimId, Set<ForgottenWording>> holders(Collection<ForgottenWording> wordings) {
        Map<String, ForgottenWording> whole = new HashMap<>();
        wordings.forEach(wording -> whole.merge(
                wording.words().squeezed(), wording, (one, other) -> one.sent().isAfter(other.sent()) ? other : one));
        Map<ClaimId, Set<ForgottenWording>> holders = new LinkedHashMap<>();
        new Revisions(database).forEach(revision -> {
            Set<ForgottenWording> held = new LinkedHashSet<>();
            ClaimContent content = revision.content();
            Stream.concat(Stream.of(content.text()), content.phrasings().stream())
                    .forEach(text -> add(whole.get(OwnWords.squeeze(text)), held));
            Stream.of(content.headline(), content.summary())
                    .filter(Objects::nonNull)
                    .forEach(text -> add(whole.get(OwnWords.squeeze(text)), held));
            wordings.stream().filter(wording -> wording.inReason(revision.reason())).forEach(held::add);
            if (!held.isEmpty()) {
                holders.computeIfAbsent(revision.claim(), id -> new LinkedHashSet<>()).addAll(held);
            }
        });
        return holders;
    }

    private static void add(@Nullable ForgottenWording wording, Set<ForgottenWording> held) {
        if (wording != null) {
            held.add(wording);
        }
    }

    private void forget(ClaimId id, ForgottenWording forgotten, Signature by) {
        List<Revision> was = Revisions.all(database.write(), id);
        boolean theirs = was.stream().filter(forgotten::in).findFirst()
                .filter(first -> !first.at().isBefore(forgotten.sent()))
                .isPresent();
        if (!theirs) {
            return;
        }
        Cleaning cleaning = new Cleaning(
                forgotten,
                stood(was, forgotten, ClaimContent::text),
                stood(was, forgotten, ClaimContent::headline),
                stood(was, forgotten, ClaimContent::summary));
        writing.change(id, ClaimWriting.ANY_VERSION, claim -> cleaning.of(claim.content()), Claim::state, by);
        for (Revision revision : was) {
            Revisions.replace(
                    database.write(), revision, cleaning.of(revision.content()),
                    revision.reason() == null ? null : forgotten.words().takenOutOf(revision.reason()));
        }
    }

    private static boolean stood(
            List<Revision> was, ForgottenWording forgotten, Function<ClaimContent, @Nullable String> field) {
        return was.stream()
                .anyMatch(one -> one.state() == ClaimState.PUBLISHED && forgotten.in(field.apply(one.content())));
    }

    /** @param text whether the text stays, because it was published; likewise the others */
    private record Cleaning(ForgottenWording forgotten, boolean text, boolean headline, boolean summary) {
        ClaimContent of(ClaimContent content) {
            List<String> phrasings = new ArrayList<>();
            for (String phrasing : content.phrasings()) {
                String left = forgotten.in(phrasing) ? forgotten.instead() : phrasing;
                if (left != null && !phrasings.contains(left)) {
                    phrasings.add(left);
                }
            }
            String title = kept(headline, content.headline());
            String sentence = content.text();
            if (!text && forgotten.in(sentence)) {
                sentence = substitute(phrasings, title);
                phrasings.remove(sentence);
            }
            return new ClaimContent(
                    content.language(), sentence, title, content.verdict(), content.rating(), content.kind(),
                    kept(summary, content.summary()), content.sources(), phrasings, content.appearances(),
                    content.firstSeenOn(), content.reviewedOn(), content.reviewedBy());
        }

        private @Nullable String kept(boolean stays, @Nullable String field) {
            return !stays && forgotten.in(field) ? null : field;
        }

        /** A claim has a sentence: how others put it, else its headline, else a sign that one is to be written. */
        private String substitute(List<String> phrasings, @Nullable String title) {
            String instead = forgotten.instead();
            if (instead != null) {
                return instead;
            }
            return !phrasings.isEmpty() ? phrasings.getFirst() : title != null ? title : OwnWords.GONE;
        }
    }
}
