package id.saring.submission;

import id.saring.audit.Actor;
import id.saring.claim.Claim;
import id.saring.claim.PublishedClaims;
import id.saring.claim.PublishedClaims.Mark;
import id.saring.claim.PublishedClaims.Marked;
import id.saring.db.Database;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.text.Denials.Denial;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through every change of the claims, whoever made it and by whatever way, and has the open cases answered that
 * the matcher gives the claim to with confidence, whichever way they were put. What it has gone through stands in the
 * store: after a crash, or in another replica, it goes on from there, and a case is answered once.
 */
public final class CaseRounds {
    /** A message looked up before a change may be sent for checking after it, but not as long after as this. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(2);

    /** Claims of one step while cases are open, and while none is. */
    private static final int FEW = 20;

    private static final int MANY = 500;

    private final Database database;
    private final Cases cases;
    private final CaseDesk desk;
    private final PublishedClaims claims;
    private final Function<Query, MatchOutcome> matcher;
    private final Clock clock;

    /** @param matcher must know every change that is committed by the time it is asked */
    public CaseRounds(
            Database database, Cases cases, CaseDesk desk, Function<Query, MatchOutcome> matcher, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.desk = desk;
        this.claims = new PublishedClaims(database);
        this.matcher = matcher;
        this.clock = clock;
    }

    /** Goes through a few changes; false if there are none left for now. */
    public boolean step() {
        return step(1, Duration.ZERO) || step(2, STRAGGLERS);
    }

    private boolean step(int round, Duration age) {
        long before = clock.millis() - age.toMillis();
        boolean waiting = cases.answers().anyUnanswered();
        List<Marked> changed = claims.changed(mark(round), waiting ? FEW : MANY).stream()
                .takeWhile(one -> one.claim().updatedAt().toEpochMilli() <= before)
                .toList();
        if (changed.isEmpty()) {
            return false;
        }
        if (waiting) {
            changed.stream().map(Marked::claim).filter(Claim::published).forEach(this::answerBy);
        }
        moveOn(round, changed.getLast().mark());
        return true;
    }

    private void answerBy(Claim claim) {
        for (Waiting waiting : cases.waitingFor(claim.content(), Cases.MOST_WAITING)) {
            Case found = waiting.found();
            if (found.claim() == null
                    && !cases.answers().refused(found.id(), claim.id())
                    && cases.variants(found.id()).stream().allMatch(variant -> answers(claim, variant))) {
                desk.answerIfFree(Actor.SERVER, found.id(), claim.id());
            }
        }
    }

    /** Wordings of one case may differ in a number or a "not": each is looked at before its senders hear a verdict. */
    private boolean answers(Claim claim, Variant variant) {
        return matcher.apply(new Query(variant.text(), variant.language())) instanceof MatchOutcome.Match match
                && match.denial() == Denial.NONE
                && match.best().claim().id().equals(claim.id());
    }

    private Mark mark(int round) {
        return database.read()
                .sql("SELECT change_seq, claim_id FROM case_round WHERE round = ?")
                .param(round)
                .query((row, number) -> new Mark(row.getLong("change_seq"), row.getLong("claim_id")))
                .single();
    }

    /** Another replica may have come further meanwhile. */
    private void moveOn(int round, Mark to) {
        database.write()
                .sql("UPDATE case_round SET change_seq = ?, claim_id = ? WHERE round = ? AND (change_seq, claim_id) < (?, ?)")
                .params(to.change(), to.id(), round, to.change(), to.id())
                .update();
    }
}
