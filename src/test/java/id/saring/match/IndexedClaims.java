package id.saring.match;

/** Claims as the index keeps them, without a headline, a date or anything else that a test of words needs not. */
final class IndexedClaims {
    private IndexedClaims() {}

    static ClaimWords words(long id, String stems) {
        return ClaimWords.parse(
                String.join("\n", Long.toString(id), Long.toString(Long.MIN_VALUE), "0", stems, "", "", stems, stems));
    }
}
