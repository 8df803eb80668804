package id.saring.submission;

/** A case is not, or no longer, in the state an act needs: somebody else was faster. */
public final class ClosedCaseException extends RuntimeException {
    private final CaseId id;

    public ClosedCaseException(CaseId id) {
        super("Case " + id + " is no longer in the state this needs");
        this.id = id;
    }

    public CaseId id() {
        return id;
    }
}
