package id.saring.evaluate;

import id.saring.match.Lineup;
import java.util.Set;

/**
 * A labelled message with what it was compared with.
 *
 * @param fold       the messages of one story stand in one fold
 * @param right      claims that answer it
 * @param acceptable claims it is no mistake to answer with, the right ones among them
 */
record Example(Source source, int fold, Lineup lineup, Set<Long> right, Set<Long> acceptable) {
    /**
     * Where examples come from.
     *
     * @param small  whether they were asked in small stores cut from the pack
     * @param weight how much each of them counts in the decision; 0 if they show what to answer, but not when
     * @param each   how many of them were made of one message, and count as one in the order
     */
    record Source(String pack, boolean small, double weight, int each) {
        Source(String pack, boolean small, double weight) {
            this(pack, small, weight, 1);
        }
    }

    boolean answerable() {
        return !right.isEmpty();
    }
}
