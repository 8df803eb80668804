package id.saring.queue;

/** The lease ran out and the work was taken, settled or dropped meanwhile; nothing done under it may be recorded. */
public final class LeaseLostException extends RuntimeException {
    private final long workId;

    LeaseLostException(Work work) {
        super("The lease of work " + work.id() + " is lost");
        this.workId = work.id();
    }

    public long workId() {
        return workId;
    }
}
