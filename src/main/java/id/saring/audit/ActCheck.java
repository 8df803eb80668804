package id.saring.audit;

/**
 * What a check of the chain of acts found. Whoever can write to the database can cut the chain's end off unseen; so
 * note the last hash elsewhere from time to time, and look whether it is still there.
 */
public sealed interface ActCheck {
    /**
     * Every act is as it was recorded.
     *
     * @param acts     how many are chained
     * @param waiting  how many have only just been recorded
     * @param lastHash 64 hexadecimal digits, empty if there is no act
     */
    record Sound(long acts, long waiting, String lastHash) implements ActCheck {
        /** The end of the chain, to be noted elsewhere: place and hash. */
        public String last() {
            return acts + ":" + lastHash;
        }
    }

    /** @param link the first place in the chain, from 1, where an act was changed, taken out or put in */
    record Broken(long link) implements ActCheck {}
}
