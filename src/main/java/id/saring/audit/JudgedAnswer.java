package id.saring.audit;

/**
 * An answer the person who got it has judged.
 *
 * @param outcome    what the look-up made of the message
 * @param confidence how sure it was of the answer, from 0 to 1
 */
public record JudgedAnswer(String outcome, double confidence, boolean helpful) {}
