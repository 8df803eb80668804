package id.saring.submission;

import id.saring.audit.Lookups;
import id.saring.claim.Claim;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Wordings people really sent that a claim answered and has not taken in yet: what moderators may add to its phrasings.
 * Who sent them is not told. A message that was only looked up is its sender's own; it is offered once several people
 * have sent it, so that it is something that goes around. Nothing is offered that looks like an address or number of
 * somebody.
 */
public final class HeardWordings {
    /** Bounds that keep the page of a claim quick, however many people ask about it. */
    private static final int MOST_CASES = 20;

    private static final int MOST_VARIANTS = 10;
    private static final int MOST_LOOKUPS = 200;
    private static final int LONGEST = 2_000;

    /** From so many words of content on, two people hardly put a thing in the same words by themselves. */
    private static final int LONG = 8;

    /** So many people make a looked-up message one that goes around. */
    private static final int CROWD = 3;

    private static final Pattern PRIVATE = Pattern.compile("\\S@\\S|(?:\\d[\\s.()-]?){8,}");

    /** Sums of money and dates, which are no number of somebody. */
    private static final Pattern COMMON = Pattern.compile(
            "(?i)(?:\\b(?:rp|idr|usd)\\.?|[$€])\\s*\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d.,-]*\\d)"
                    + "|(?<![\\d+().-])(?:(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d"
                    + "|(?:19|20)\\d\\d([-/.])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01]))(?![-.()\\s]?\\d)");

    private final Cases cases;
    private final Lookups lookups;
    private final Questions questions;

    public HeardWordings(Cases cases, Lookups lookups, Questions questions) {
        this.cases = cases;
        this.lookups = lookups;
        this.questions = questions;
    }

    /**
     * A wording.
     *
     * @param key    the same for texts that differ only in capitals, signs and spacing
     * @param people at least how many sent it
     */
    public record Heard(String key, String text, long people) {
        @Override
        public String toString() {
            return "Heard[" + key + "]";
        }
    }

    private record Said(String text, Set<Pseudonym> by) {}

    /**
     * The wordings sent by most people first.
     *
     * @param known further wordings that need not be offered
     */
    public List<Heard> of(Claim claim, Collection<String> known, int limit) {
        Set<String> taken = new HashSet<>();
        taken.add(Wording.keyOf(claim.text()));
        claim.content().phrasings().forEach(phrasing -> taken.add(Wording.keyOf(phrasing)));
        known.forEach(phrasing -> taken.add(Wording.keyOf(phrasing)));
        Map<String, Heard> heard = new HashMap<>();
        lookedUp(claim).forEach((key, said) -> heard.put(key, new Heard(key, said.text(), said.by().size())));
        cases.answers().of(claim.id()).stream()
                .limit(MOST_CASES)
                .flatMap(found -> cases.variants(found.id()).stream().limit(MOST_VARIANTS))
                .map(variant -> new Heard(Wording.keyOf(variant.text()), variant.text(), variant.messages()))
                .forEach(one -> heard.merge(one.key(), one, (a, b) -> a.people() >= b.people() ? a : b));
        return heard.values().stream()
                .filter(one -> !taken.contains(one.key())
                        && one.text().length() <= LONGEST
                        && !looksPrivate(one.text()))
                .sorted(Comparator.comparingLong(Heard::people).reversed().thenComparing(Heard::key))
                .limit(limit)
                .toList();
    }

    /**
     * Whether the text is somebody's own rather than something that goes around: it holds an address or number, or is
     * word for word, and at length, what one message asked to have checked. Such words, once published in a claim,
     * would outlive their sender's wish to be forgotten.
     */
    public boolean isPersonal(String text) {
        if (looksPrivate(text)) {
            return true;
        }
        Wording wording = Wording.of(text);
        return wording.words().size() >= LONG && cases.messagesSaying(wording.key()) == 1;
    }

    /** Whether the text holds what looks like an address or a number of somebody. */
    public static boolean looksPrivate(String text) {
        return PRIVATE.matcher(COMMON.matcher(text).replaceAll("…")).find();
    }

    private Map<String, Said> lookedUp(Claim claim) {
        List<QuestionKey> answered = new ArrayList<>(lookups.matched(claim.id(), MOST_LOOKUPS));
        answered.removeAll(lookups.unhelped(claim.id(), MOST_LOOKUPS));
        Map<String, Said> said = new HashMap<>();
        for (Question question : questions.findAll(answered)) {
            said.computeIfAbsent(
                            Wording.keyOf(question.text()), key -> new Said(question.text(), new HashSet<>()))
                    .by()
                    .add(question.from().asker());
        }
        said.values().removeIf(one -> one.by().size() < CROWD);
        return said;
    }
}
