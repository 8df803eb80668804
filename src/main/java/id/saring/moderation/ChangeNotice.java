package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.conversation.Corrections;
import id.saring.core.ClaimId;
import id.saring.match.ClaimMatcher;
import id.saring.submission.Case;
import id.saring.submission.CaseDesk;
import id.saring.submission.CaseId;
import id.saring.submission.Cases;
import id.saring.submission.ClosedCaseException;
import id.saring.submission.Variant;
import id.saring.submission.Waiting;
import id.saring.text.Denials;
import id.saring.text.Denials.Denial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a change to a claim: those who wait for what it answers, and those who were shown what no longer
 * stands.
 */
final class ChangeNotice {
    /** Cases shown that the matcher would not answer with the claim. */
    private static final int MOST_UNSURE = 10;

    /** Stands for the id of a claim that has none yet. */
    private static final ClaimId NEW = new ClaimId(Long.MAX_VALUE);

    private static final int MOST_WORDINGS = 20;
    private static final int LONGEST_WORDING = 2_000;

    private final Cases cases;
    private final CaseDesk desk;
    private final Corrections corrections;
    private final ClaimMatcher matcher;

    ChangeNotice(Cases cases, CaseDesk desk, Corrections corrections, ClaimMatcher matcher) {
        this.cases = cases;
        this.desk = desk;
        this.corrections = corrections;
        this.matcher = matcher;
    }

    /**
     * Messages that wait for an answer.
     *
     * @param people how many wait
     * @param linked whether they are to be answered by this claim already
     * @param sure   whether they are answered by it unless somebody says no: it is written for them, or the matcher
     *               gives it with confidence to every wording of them
     */
    record WaitingCase(long id, String text, long people, boolean linked, boolean sure) {
        public boolean answered() {
            return linked || sure;
        }
    }

    /**
     * Whom a change would be told, before it is made.
     *
     * @param corrected people who were shown another verdict and are told of the new one in any case
     * @param reworded  people who were shown the claim and may be told of a change of its words, or of its withdrawal
     */
    record Audience(List<WaitingCase> waiting, long corrected, long reworded) {
        /** How many people wait for what is answered unless somebody says no. */
        public long answered() {
            return waiting.stream().filter(WaitingCase::answered).mapToLong(WaitingCase::people).sum();
        }

        public boolean nobody() {
            return waiting.isEmpty() && corrected == 0 && reworded == 0;
        }
    }

    /**
     * Whom a change would be told.
     *
     * @param now   the claim as it is; null if it is new
     * @param asked cases it is written for
     */
    Audience audience(@Nullable Claim now, ClaimContent next, ClaimState state, Collection<Long> asked) {
        List<WaitingCase> waiting = state == ClaimState.PUBLISHED && next.verdict() != null
                ? waiting(now, next, asked)
                : List.of();
        if (now == null || next.verdict() == null) {
            return new Audience(waiting, 0, 0);
        }
        long corrected = state == ClaimState.PUBLISHED ? corrections.toldOfVerdict(now.id(), next.verdict()) : 0;
        boolean reworded = now.published() && (state != now.state() || !next.equals(now.content()));
        return new Audience(
                waiting, corrected, reworded && next.verdict() == now.verdict()
                ? corrections.toldOfWording(now.id()) : 0);
    }

    private List<WaitingCase> waiting(@Nullable Claim now, ClaimContent next, Collection<Long> asked) {
        List<WaitingCase> waiting = new ArrayList<>();
        Set<CaseId> seen = new HashSet<>();
        asked.stream()
                .flatMap(id -> cases.find(new CaseId(id)).stream())
                .filter(found -> found.open() && found.claim() == null && seen.add(found.id()))
                .forEach(found -> waiting.add(
                        new WaitingCase(found.id().value(), found.text(), cases.waiting(found.id()), false, true)));
        if (now != null) {
            for (Case found : cases.answers().of(now.id())) {
                long people = cases.waiting(found.id());
                seen.add(found.id());
                if (people > 0) {
                    waiting.add(new WaitingCase(found.id().value(), found.text(), people, true, true));
                }
            }
        }
        Claim draft = draft(now, next);
        int unsure = 0;
        // A file of thousands of claims asks this for each.
        List<Waiting> likely = cases.answers().anyUnanswered()
                ? cases.waitingFor(next, Cases.MOST_WAITING)
                : List.of();
        for (Waiting like : likely) {
            Case found = like.found();
            if (found.claim() != null || !seen.add(found.id())) {
                continue;
            }
            boolean sure = (now == null || !cases.answers().refused(found.id(), now.id()))
                    && cases.variants(found.id()).stream().allMatch(variant -> answers(draft, variant));
            if (sure || unsure++ < MOST_UNSURE) {
                waiting.add(
                        new WaitingCase(found.id().value(), found.text(), cases.waiting(found.id()), false, sure));
            }
        }
        return waiting;
    }

    /** As {@link id.saring.submission.CaseRounds} would answer it without being asked. */
    private boolean answers(Claim draft, Variant variant) {
        return Denials.in(variant.text()) == Denial.NONE && matcher.wouldAnswer(draft, variant.text());
    }

    private static Claim draft(@Nullable Claim now, ClaimContent next) {
        return new Claim(
                now == null ? NEW : now.id(), "draft", next, ClaimState.PUBLISHED, 1, Instant.EPOCH, Instant.EPOCH);
    }

    /** How far the telling of the claim has come. */
    Corrections.Progress progress(Claim claim) {
        return corrections.progress(claim);
    }

    /**
     * The change has been made and will be committed with the transaction under way.
     *
     * @param answered cases the claim is to answer
     * @param declined cases it is not to answer though the matcher would
     * @param tell     whether those who were shown the claim are told although its verdict is the same
     */
    void decided(
            Actor actor, Claim saved, Collection<Long> answered, Collection<Long> declined, boolean tell) {
        for (long id : answered) {
            answer(actor, new CaseId(id), saved);
        }
        learn(actor, saved);
        for (long id : declined) {
            if (cases.find(new CaseId(id)).filter(found -> !saved.id().equals(found.claim())).isPresent()) {
                desk.refuse(actor, new CaseId(id), saved.id());
            }
        }
        if (tell) {
            corrections.tellAll(saved.id(), saved.version());
        }
    }

    /** Notes which wordings of its cases the claim has taken in: whoever sent one alone may have it erased from it. */
    private void learn(Actor actor, Claim saved) {
        for (Case found : cases.answers().of(saved.id())) {
            List<Long> learned = cases.variants(found.id()).stream()
                    .filter(variant -> variant.learnedBy() == null
                            && saved.content().phrasings().contains(variant.text()))
                    .map(Variant::id)
                    .toList();
            if (!learned.isEmpty()) {
                desk.learn(actor, found.id(), saved.id(), learned);
            }
        }
    }

    private void answer(Actor actor, CaseId id, Claim saved) {
        if (cases.find(id).filter(Case::open).isEmpty()) {
            return; // somebody else was quicker
        }
        List<Long> learned = cases.variants(id).stream()
                .filter(variant -> saved.content().phrasings().contains(variant.text()))
                .map(Variant::id)
                .toList();
        try {
            desk.answer(actor, id, saved.id(), learned);
        } catch (ClosedCaseException e) {
            // Between the look and the act: it is answered or dismissed, which is what was wanted or is somebody's
            // decision.
        }
    }

    /**
     * What to write about a case: its commonest wording as the claim, the others as phrasings; as it stands if there is
     * no such case.
     */
    ClaimFields draft(ClaimFields blank, CaseId id) {
        return cases.find(id)
                .map(found -> new ClaimFields(
                        found.language().code(),
                        found.text().substring(0, Math.min(found.text().length(), ClaimFields.TEXT)),
                        "", "", "", "", "", List.of(), wordings(found), List.of(), "", "", ""))
                .orElse(blank);
    }

    private List<String> wordings(Case found) {
        return cases.variants(found.id()).stream()
                .map(Variant::text)
                .filter(text -> !text.equals(found.text()) && text.length() <= LONGEST_WORDING)
                .limit(MOST_WORDINGS)
                .toList();
    }
}
