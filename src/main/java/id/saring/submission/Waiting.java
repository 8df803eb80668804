package id.saring.submission;

/**
 * An open case that a claim might answer.
 *
 * @param likeness from 0 (nothing in common) to 1 (the same words)
 * @param likely   whether it is as like as the messages of one case are to each other
 */
public record Waiting(Case found, double likeness, boolean likely) {}
