package id.saring.evaluate;

import java.util.Set;

/**
 * A labelled message.
 *
 * @param kind       only breaks results down
 * @param right      keys of the claims that answer it; empty if none does
 * @param acceptable keys of all claims it is no mistake to answer with: the right ones and near-duplicates of them
 */
record Message(String id, String text, String kind, Set<String> right, Set<String> acceptable) {
    Message {
        right = Set.copyOf(right);
        acceptable = Set.copyOf(acceptable);
    }

    boolean answerable() {
        return !right.isEmpty();
    }
}
