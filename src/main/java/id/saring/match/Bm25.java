package id.saring.match;

/** Okapi BM25 with the usual k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009), as Lucene counts it. */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private Bm25() {}

    /** The share of one term that stands {@code count} times in a text of {@code length} terms. */
    static double weigh(double idf, int count, int length, double averageLength) {
        return idf * count / (count + K1 * (1 - B + B * length / averageLength));
    }
}
