package id.saring.submission;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.claim.Signature;
import id.saring.core.ClaimId;
import id.saring.db.Database;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with cases, each act in one transaction with its record. All refuse with {@link ClosedCaseException} if
 * somebody else was faster.
 */
public final class CaseDesk {
    /** Longer wordings would weigh a claim down without making it easier to find. */
    private static final int LONGEST_PHRASING = 2_000;

    /** Characters of a note, and of the reason for a dismissal. */
    public static final int LONGEST_NOTE = 2_000;

    public static final int LONGEST_REASON = 300;

    private final Database database;
    private final Cases cases;
    private final Claims claims;
    private final Acts acts;

    public CaseDesk(Database database, Cases cases, Claims claims, Acts acts) {
        this.database = database;
        this.cases = cases;
        this.claims = claims;
        this.acts = acts;
    }

    /** Puts a case into somebody's hands; null for nobody's. */
    public void assign(Actor by, CaseId id, @Nullable String assignee) {
        act(by, "case.assign", id, Map.of(), () -> cases.assign(id, assignee));
    }

    /** @throws IllegalArgumentException if there is nothing in it, or more than {@link #LONGEST_NOTE} */
    public void note(Actor by, CaseId id, String text) {
        require(text, LONGEST_NOTE);
        act(by, "case.note", id, Map.of(), () -> cases.note(id, by.name(), text.strip()));
    }

    /**
     * Lays a case aside.
     *
     * @param reason for staff only
     * @param tell   whether those who asked, and will ask, are told that it is not checked
     * @throws IllegalArgumentException if there is no reason, or one longer than {@link #LONGEST_REASON}
     */
    public void dismiss(Actor by, CaseId id, String reason, boolean tell) {
        require(reason, LONGEST_REASON);
        act(by, "case.dismiss", id, Map.of(), () -> cases.dismiss(id, reason, tell));
    }

    public void reopen(Actor by, CaseId id) {
        act(by, "case.reopen", id, Map.of(), () -> cases.reopen(id));
    }

    public void merge(Actor by, CaseId from, CaseId into) {
        act(by, "case.merge", from, Map.of(), () -> cases.merge(from, into));
    }

    public void unmerge(Actor by, CaseId from) {
        act(by, "case.unmerge", from, Map.of(), () -> cases.unmerge(from));
    }

    /** Makes a case of its own of some wordings. */
    public CaseId split(Actor by, CaseId from, Collection<Long> variants) {
        return database.transact(() -> {
            CaseId made = cases.split(from, variants);
            acts.record(by, "case.split", subject(from), Map.of(), Map.of("made", made.value()));
            return made;
        });
    }

    /**
     * Answers a case with a claim: all who wait are told as soon as it is published, which it may be already.
     *
     * @param learn the wordings that become phrasings of the claim
     * @throws NoSuchElementException if there is no such claim
     */
    public void answer(Actor by, CaseId id, ClaimId claim, Collection<Long> learn) {
        act(by, "case.answer", id, Map.of(), () -> {
            if (claims.find(claim).isEmpty()) {
                throw new NoSuchElementException("There is no claim " + claim);
            }
            cases.answers().link(List.of(id), claim);
            teach(by, id, claim, learn);
        });
    }

    /**
     * Answers a case with a claim, unless somebody has decided otherwise about it; in the name of the one who changed
     * the claim nobody does, so it is recorded as done by Saring itself.
     */
    void answerIfFree(Actor by, CaseId id, ClaimId claim) {
        database.transact(() -> {
            Map<String, Object> was = facts(id);
            if (cases.answers().linkIfFree(id, claim)) {
                acts.record(by, "case.answer", subject(id), was, facts(id));
            }
        });
    }

    /** Says that a claim does not answer the case, so that it is not answered by it without being asked for. */
    public void refuse(Actor by, CaseId id, ClaimId claim) {
        act(by, "case.refuse", id, Map.of("refused", claim.value()), () -> cases.answers().refuse(id, claim));
    }

    /** Takes back that a case waits for a claim that is not published yet. */
    public void unlink(Actor by, CaseId id) {
        act(by, "case.unlink", id, Map.of(), () -> cases.answers().unlink(id));
    }

    /** Takes wordings of a case into a claim's phrasings. */
    public void learn(Actor by, CaseId id, ClaimId claim, Collection<Long> variants) {
        act(by, "case.learn", id, Map.of("taught", claim.value()), () -> teach(by, id, claim, variants));
    }

    private static void require(String text, int longest) {
        if (text.isBlank() || text.strip().length() > longest) {
            throw new IllegalArgumentException("It takes 1 to " + longest + " characters");
        }
    }

    private void teach(Actor by, CaseId id, ClaimId claim, Collection<Long> chosen) {
        List<Variant> variants = cases.variants(id).stream()
                .filter(variant -> chosen.contains(variant.id()) && variant.text().length() <= LONGEST_PHRASING)
                .toList();
        if (variants.isEmpty()) {
            return;
        }
        Claim before = claims.find(claim).orElseThrow();
        Set<String> phrasings = new LinkedHashSet<>(before.content().phrasings());
        variants.forEach(variant -> phrasings.add(variant.text()));
        claims.edit(
                claim,
                before.version(),
                before.content().withPhrasings(List.copyOf(phrasings)),
                Signature.of(by.name(), null));
        cases.answers().learned(variants, claim);
    }

    private void act(Actor by, String what, CaseId id, Map<String, ?> also, Runnable act) {
        database.transact(() -> {
            Map<String, Object> was = facts(id);
            act.run();
            Map<String, Object> is = facts(id);
            is.putAll(also);
            acts.record(by, what, subject(id), was, is);
        });
    }

    /** What an act can change, as it is; what is not there is empty, so that one sees it go. */
    private Map<String, Object> facts(CaseId id) {
        Map<String, Object> facts = new TreeMap<>();
        cases.find(id).ifPresent(found -> {
            facts.put("state", found.state());
            facts.put("assignee", found.assignee() == null ? "" : found.assignee());
            facts.put("claim", found.claim() == null ? "" : found.claim().value());
            facts.put("into", found.into() == null ? "" : found.into().value());
            facts.put("reason", found.reason() == null ? "" : found.reason());
            facts.put("tells", found.tells());
        });
        return facts;
    }

    /** How a case is called in the record of acts. */
    public static String subject(CaseId id) {
        return "case:" + id;
    }
}
