package id.saring.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The claims a message was compared with, best score first, and what was measured of each: all a model judges by. */
public final class Lineup {
    private final MessageKind kind;
    private final ClaimWords[] words;
    private final float[][] features;

    private Lineup(MessageKind kind, ClaimWords[] words, float[][] features) {
        this.kind = kind;
        this.words = words;
        this.features = features;
    }

    /**
     * What a model puts first, and what it decides by.
     *
     * @param inputs the decision's inputs, in the order of {@link Trial#inputs}
     */
    public record Leader(long claimId, float[] inputs) {}

    /** @param kept which object to keep of a wording that stands in many line-ups */
    static Lineup of(MessageKind kind, List<Candidate> candidates, UnaryOperator<ClaimWords> kept) {
        ClaimWords[] words = new ClaimWords[candidates.size()];
        float[][] features = new float[candidates.size()][];
        for (int i = 0; i < words.length; i++) {
            Candidate candidate = candidates.get(i);
            words[i] = kept.apply(candidate.words);
            features[i] = new float[candidate.features.length];
            for (int f = 0; f < features[i].length; f++) {
                features[i][f] = (float) candidate.features[f];
            }
        }
        return new Lineup(kind, words, features);
    }

    public MessageKind kind() {
        return kind;
    }

    public int size() {
        return words.length;
    }

    public long claimId(int place) {
        return words[place].claimId();
    }

    /** What was measured of the claim at this place, in the order of {@link Trial#features}; not to be changed. */
    public float[] features(int place) {
        return features[place];
    }

    /** The line-up of the same message in a store without these claims. */
    public Lineup without(Set<Long> claimIds) {
        List<Candidate> rest = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            if (!claimIds.contains(candidate.words.claimId())) {
                rest.add(candidate);
            }
        }
        Comparison.measureAgainstRivals(rest);
        return of(kind, rest, UnaryOperator.identity());
    }

    /**
     * What these orders put first.
     *
     * @throws java.util.NoSuchElementException if the line-up is empty
     */
    public Leader leader(Orders orders) {
        List<Ranked> ranked = new CandidateOrder(orders).rank(kind, candidates());
        Map<String, Double> inputs = Lead.inputs(ranked);
        float[] values = new float[Trial.inputs().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs.getOrDefault(Trial.inputs().get(i), 0.0).floatValue();
        }
        return new Leader(ranked.getFirst().candidate().words.claimId(), values);
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            Candidate candidate = new Candidate(words[i]);
            for (int f = 0; f < features[i].length; f++) {
                candidate.features[f] = features[i][f];
            }
            candidates.add(candidate);
        }
        return candidates;
    }
}
