package id.saring.match;

import id.saring.match.Decider.Choice.Kind;
import id.saring.match.Explanation.Threshold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides from an assessment what to answer, before the claims themselves are read from the store. */
final class Decider {
    private final MatchSettings settings;
    private final Guards guards;

    Decider(MatchSettings settings, Guards guards) {
        this.settings = settings;
        this.guards = guards;
    }

    /** A claim to show, and how sure we are of it. */
    record Pick(long claimId, double confidence) {}

    /**
     * What to answer with.
     *
     * @param linked    whether an address in the message led to the claims
     * @param reason    which rule or threshold decided
     * @param threshold the threshold that decided; null if a rule did
     */
    record Choice(Kind kind, List<Pick> picks, boolean linked, String reason, @Nullable Threshold threshold) {
        enum Kind {
            MATCH,
            CANDIDATES,
            KEYWORD,
            NOT_FOUND,
            UNREADABLE
        }

        Choice(Kind kind, List<Pick> picks, String reason) {
            this(kind, picks, false, reason, null);
        }

        Choice(Kind kind, List<Pick> picks, String reason, Threshold threshold) {
            this(kind, picks, false, reason, threshold);
        }
    }

    Choice decide(Assessment assessment) {
        MessageWords message = assessment.message();
        if (!assessment.linked().isEmpty()) {
            return byLink(assessment);
        }
        if (message.terms.length == 0) {
            return new Choice(Kind.UNREADABLE, List.of(), "no content words");
        }
        if (assessment.ranked().isEmpty()) {
            return new Choice(Kind.NOT_FOUND, List.of(), "no claim shares a word");
        }
        double confidence = assessment.confidence();
        boolean keyword = message.terms.length <= settings.keywordWords();
        Optional<String> objection = Guards.objection(guards.of(assessment));
        boolean confident = confidence >= settings.confident();
        if (confident && objection.isEmpty()) {
            return new Choice(
                    Kind.MATCH,
                    best(assessment, settings.choices()),
                    ">= " + settings.confident() + " (confident)",
                    new Threshold("confident", settings.confident(), true));
        }
        if (keyword) {
            List<Pick> picks = onSubject(assessment);
            return picks.isEmpty()
                    ? new Choice(Kind.NOT_FOUND, picks, "no claim on this keyword")
                    : new Choice(
                            Kind.KEYWORD,
                            picks,
                            "<= " + settings.keywordWords() + " content words (keywordWords)",
                            new Threshold("keywordWords", settings.keywordWords(), true));
        }
        if (confident) {
            return new Choice(Kind.CANDIDATES, near(assessment), objection.orElseThrow());
        }
        if (confidence >= settings.possible()) {
            return new Choice(
                    Kind.CANDIDATES,
                    near(assessment),
                    ">= " + settings.possible() + " (possible), < " + settings.confident(),
                    new Threshold("confident", settings.confident(), false));
        }
        return new Choice(
                Kind.NOT_FOUND,
                List.of(),
                "< " + settings.possible() + " (possible)",
                new Threshold("possible", settings.possible(), false));
    }

    /**
     * Whatever a search for the text should show, without a decision: linked claims, then those that share enough of
     * it.
     */
    List<Pick> relevant(Assessment assessment, int limit) {
        Map<Long, Pick> picks = new LinkedHashMap<>();
        assessment.linked()
                .forEach(linked -> picks.put(linked.claimId(), new Pick(linked.claimId(), ScoredClaim.BY_ADDRESS)));
        for (int i = 0; i < assessment.ranked().size(); i++) {
            Pick pick = pick(assessment, i);
            if (pick.confidence() >= settings.possible()
                    || shared(assessment.ranked().get(i).candidate()) >= settings.lists().relevant()) {
                picks.putIfAbsent(pick.claimId(), pick);
            }
        }
        return picks.values().stream().limit(limit).toList();
    }

    private static double shared(Candidate candidate) {
        return Math.max(
                candidate.get(Feature.CLAIM_OF_MESSAGE),
                Math.max(candidate.get(Feature.TITLE_OF_MESSAGE), candidate.get(Feature.BODY_OF_MESSAGE)));
    }

    /**
     * An address alone tells which page is meant, not what is said of it: it decides where the message says little
     * else, or where its words alone would have led to the claim, if only to offer it.
     */
    private Choice byLink(Assessment assessment) {
        List<Pick> picks = new ArrayList<>();
        for (ClaimWords linked : assessment.linked()) {
            picks.add(new Pick(linked.claimId(), ScoredClaim.BY_ADDRESS));
        }
        boolean one = picks.size() == 1;
        if (one && (isBare(assessment, picks.getFirst()) || agrees(assessment, picks.getFirst()))) {
            fill(picks, assessment, settings.choices());
            return new Choice(Kind.MATCH, picks, true, "its address is a source or an appearance of the claim", null);
        }
        fill(picks, assessment, Math.max(2, picks.size()));
        List<Pick> first = picks.subList(0, Math.min(settings.choices(), picks.size()));
        String reason = one
                ? "its address belongs to a claim, but its words are not that claim's"
                : "its address belongs to several claims";
        return new Choice(Kind.CANDIDATES, first, true, reason, null);
    }

    private boolean agrees(Assessment assessment, Pick linked) {
        int most = Math.min(settings.lists().agreeing(), assessment.ranked().size());
        return IntStream.range(0, most)
                .mapToObj(place -> pick(assessment, place))
                .anyMatch(pick -> pick.claimId() == linked.claimId() && pick.confidence() >= settings.possible());
    }

    /** Whether there is little but the address, and that little does not name another claim's subject. */
    private boolean isBare(Assessment assessment, Pick linked) {
        if (assessment.message().terms.length > settings.keywordWords()) {
            return false;
        }
        List<Pick> named = onSubject(assessment);
        return named.isEmpty() || named.stream().anyMatch(pick -> pick.claimId() == linked.claimId());
    }

    /** Adds the next candidates of the text until there are {@code size} picks, if there are so many. */
    private static void fill(List<Pick> picks, Assessment assessment, int size) {
        for (int i = 0; i < assessment.ranked().size() && picks.size() < size; i++) {
            Pick next = pick(assessment, i);
            if (picks.stream().noneMatch(known -> known.claimId() == next.claimId())) {
                picks.add(next);
            }
        }
    }

    /** For who says that the first is not the one. */
    private static List<Pick> best(Assessment assessment, int limit) {
        return IntStream.range(0, Math.min(limit, assessment.ranked().size()))
                .mapToObj(place -> pick(assessment, place))
                .toList();
    }

    /** The first candidate, and those that stand near it: what is far behind has nothing to do with the message. */
    List<Pick> near(Assessment assessment) {
        if (assessment.ranked().isEmpty()) {
            return List.of();
        }
        double first = assessment.ranked().get(0).order();
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < assessment.ranked().size() && picks.size() < settings.choices(); i++) {
            if (first - assessment.ranked().get(i).order() <= settings.lists().range()) {
                picks.add(pick(assessment, i));
            }
        }
        return picks;
    }

    /**
     * Claims that hold most of what the keyword says; "selamat ulang tahun" is no subject because one word of it is.
     */
    private List<Pick> onSubject(Assessment assessment) {
        double most = assessment.ranked().stream().mapToDouble(r -> r.candidate().get(Feature.CLAIM_OF_MESSAGE))
                .max().orElse(0);
        double keyword = settings.lists().keyword();
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < assessment.ranked().size() && picks.size() < settings.listed(); i++) {
            double found = assessment.ranked().get(i).candidate().get(Feature.CLAIM_OF_MESSAGE);
            if (found >= keyword && found >= keyword * most) {
                picks.add(pick(assessment, i));
            }
        }
        return picks;
    }

    private static Pick pick(Assessment assessment, int place) {
        return new Pick(assessment.ranked().get(place).candidate().words.claimId(), assessment.confidence(place));
    }
}
