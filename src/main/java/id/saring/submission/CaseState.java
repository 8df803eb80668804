package id.saring.submission;

/** Where a case is in its life. */
public enum CaseState {
    OPEN,
    /** A published claim answers it. */
    ANSWERED,
    DISMISSED,
    /** Its wordings belong to another case. */
    MERGED
}
