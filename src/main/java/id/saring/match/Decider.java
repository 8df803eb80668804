package id.saring.match;

import id.saring.match.Decider.Choice.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decides from an assessment what to answer, before the claims themselves are read from the store. */
final class Decider {
    /** How sure an address makes us: the message shows the very page that was checked. */
    private static final double LINK_CONFIDENCE = 0.99;

    /** Candidates further behind the first than this in the model's order are not worth showing. */
    private static final double CHOICE_RANGE = 3;

    /** A keyword's claim must hold at least this share of the weight the best one holds. */
    private static final double KEYWORD_SHARE = 0.6;

    /** The share of a wording that a keyword must hold to be that wording. */
    private static final double WHOLE = 0.8;

    private final MatchSettings settings;

    Decider(MatchSettings settings) {
        this.settings = settings;
    }

    /** A claim to show, and how sure we are of it. */
    record Pick(long claimId, double confidence) {}

    /** What to answer with. */
    record Choice(Kind kind, List<Pick> picks, String reason) {
        /** Whether an address in the message led to the claims. */
        boolean linked() {
            return !picks.isEmpty() && picks.get(0).confidence() == LINK_CONFIDENCE;
        }

        enum Kind {
            MATCH,
            CANDIDATES,
            KEYWORD,
            NOT_FOUND,
            UNREADABLE
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
        if (confidence >= settings.confident() && !assessment.partial() && !tooShort(assessment) && !(keyword && partly(assessment))) {
            return new Choice(Kind.MATCH, best(assessment, settings.choices()), ">= " + settings.confident() + " (confident)");
        }
        if (keyword) {
            List<Pick> picks = onSubject(assessment);
            return picks.isEmpty()
                    ? new Choice(Kind.NOT_FOUND, picks, "no claim on this keyword")
                    : new Choice(Kind.KEYWORD, picks, "<= " + settings.keywordWords() + " content words (keywordWords)");
        }
        if (confidence >= settings.possible()) {
            return new Choice(
                    Kind.CANDIDATES, near(assessment), ">= " + settings.possible() + " (possible), < " + settings.confident());
        }
        return new Choice(Kind.NOT_FOUND, List.of(), "< " + settings.possible() + " (possible)");
    }

    /** One known word, or none, can never single out a claim. */
    private static boolean tooShort(Assessment assessment) {
        long known = Arrays.stream(assessment.message().terms).filter(MessageWords.Term::known).count();
        return known < 2;
    }

    /** A few words single out a claim only if they are nearly all of it: one of its phrasings, say. */
    private static boolean partly(Assessment assessment) {
        return assessment.ranked().get(0).candidate().get(Feature.CLAIM_COVERAGE) < WHOLE;
    }

    private Choice byLink(Assessment assessment) {
        List<Pick> picks = new ArrayList<>();
        for (ClaimWords linked : assessment.linked()) {
            picks.add(new Pick(linked.claimId(), LINK_CONFIDENCE));
        }
        if (picks.size() == 1) {
            return new Choice(Kind.MATCH, picks, "its address is a source or an appearance of the claim");
        }
        List<Pick> first = picks.subList(0, Math.min(settings.choices(), picks.size()));
        return new Choice(Kind.CANDIDATES, first, "its address belongs to several claims");
    }

    private List<Pick> best(Assessment assessment, int limit) {
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, assessment.ranked().size()); i++) {
            picks.add(pick(assessment, i));
        }
        return picks;
    }

    private List<Pick> near(Assessment assessment) {
        double first = assessment.ranked().get(0).order();
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < assessment.ranked().size() && picks.size() < settings.choices(); i++) {
            if (i < 2 || first - assessment.ranked().get(i).order() <= CHOICE_RANGE) {
                picks.add(pick(assessment, i));
            }
        }
        return picks;
    }

    private List<Pick> onSubject(Assessment assessment) {
        double most = 0;
        for (Ranked r : assessment.ranked()) {
            most = Math.max(most, r.candidate().get(Feature.WEIGHT_FOUND));
        }
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < assessment.ranked().size() && picks.size() < settings.listed(); i++) {
            double found = assessment.ranked().get(i).candidate().get(Feature.WEIGHT_FOUND);
            if (found > 0 && found >= KEYWORD_SHARE * most) {
                picks.add(pick(assessment, i));
            }
        }
        return picks;
    }

    private static Pick pick(Assessment assessment, int place) {
        return new Pick(assessment.ranked().get(place).candidate().words.claimId(), assessment.confidence(place));
    }
}
