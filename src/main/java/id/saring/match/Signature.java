package id.saring.match;

/** Where a message that is a tweet says who wrote it: "... — Some Name (@somename) June 13, 2016" at its end. */
final class Signature {
    /** Of a signature, in characters. */
    private static final int LONGEST = 120;

    private Signature() {}

    /** Where the signature begins; the length of the text if it has none. */
    static int start(String text) {
        int dash = Math.max(text.lastIndexOf('\u2014'), text.lastIndexOf('\u2013'));
        boolean signed = dash >= 0 && text.length() - dash <= LONGEST && text.indexOf("(@", dash) >= 0;
        return signed ? dash : text.length();
    }
}
