package id.saring.safety;

import java.nio.charset.StandardCharsets;

/**
 * One hostile input.
 *
 * @param kind   what is wrong with it, for the report
 * @param expect which answers are right
 */
record Attempt(String kind, Expect expect, byte[] bytes) {
    enum Expect {
        /** Only a refusal: 4xx, or the connection closed. */
        REFUSAL,
        /** As {@link #REFUSAL}, or to be sent to sign in: nobody may see what was asked for. */
        SIGN_IN,
        /** No HTTP that we speak: besides, 501 and 505, which say just that. */
        PROTOCOL,
        /** A refusal, or an answer: odd as it is, it may be meant so. */
        ANY;

        boolean allows(int status) {
            boolean refused = status == 0 || status >= 400 && status < 500;
            return switch (this) {
                case REFUSAL -> refused;
                case SIGN_IN -> refused || status == 302;
                case PROTOCOL -> refused || status == 501 || status == 505;
                case ANY -> refused || status >= 200 && status < 400;
            };
        }
    }

    /** As much of it as helps to find the fault. */
    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return kind + ": " + text.substring(0, Math.min(text.length(), 1200)).replace("\r\n", "⏎").replace("\0", "␀");
    }
}
