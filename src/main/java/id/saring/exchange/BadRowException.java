package id.saring.exchange;

/** One row cannot become a claim; the message is the reason, in one line. */
final class BadRowException extends RuntimeException {
    private static final int MAX_LENGTH = 200;

    BadRowException(String reason) {
        super(inOneLine(reason), null, false, false);
    }

    /** Reasons quote what stands in the file, which may be long or have line breaks. */
    static String inOneLine(String reason) {
        String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MAX_LENGTH))) + "…";
    }
}
