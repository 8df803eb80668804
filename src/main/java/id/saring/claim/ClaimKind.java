package id.saring.claim;

/** First Draft's seven types of mis- and disinformation. */
public enum ClaimKind {
    SATIRE_OR_PARODY,
    MISLEADING_CONTENT,
    IMPOSTER_CONTENT,
    FABRICATED_CONTENT,
    FALSE_CONNECTION,
    FALSE_CONTEXT,
    MANIPULATED_CONTENT
}
