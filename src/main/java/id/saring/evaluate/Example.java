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
     * @param size    how many examples come from there
     * @param decides whether they show when to answer, and not only what
     */
    record Source(String name, int size, boolean decides) {}

    boolean answerable() {
        return !right.isEmpty();
    }
}
