package id.saring.account;

/**
 * Who a session belongs to and how far signing in has come.
 *
 * @param session the session's number, by which its owner can end it
 */
public record SignedIn(Account account, long session, Stage stage) {
    /** How far signing in has come. */
    public enum Stage {
        /** The password was right; a code is still wanted. */
        SECOND_FACTOR,
        COMPLETE
    }

    /** Whether there is nothing left to do before working. */
    public boolean ready() {
        return stage == Stage.COMPLETE && !account.mustChange();
    }
}
