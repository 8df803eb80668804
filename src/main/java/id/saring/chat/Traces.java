package id.saring.chat;

import id.saring.core.TraceId;

/** Finds from what is sent the message it answers: the key of one begins with the key of the other. */
final class Traces {
    /** Ends the key of what is said to a message that is given up. */
    static final String APOLOGY = ":apology";

    private static final char PART = '#';

    private Traces() {}

    /** The key in the outbox of one of the messages sent under a key. */
    static String part(String key, int number) {
        return key + PART + number;
    }

    /** The trace of the message that is answered, or of the news that is told. */
    static TraceId outgoing(String key) {
        int end = key.lastIndexOf(PART);
        String answered = end < 0 ? key : key.substring(0, end);
        return TraceId.of(
                answered.endsWith(APOLOGY) ? answered.substring(0, answered.length() - APOLOGY.length()) : answered);
    }
}
