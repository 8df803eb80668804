package id.saring.feed;

import org.jspecify.annotations.Nullable;

/**
 * What came of fetching a feed.
 *
 * @param detail  what the code leaves open, such as the status of the answer
 * @param created claims that are new
 * @param updated claims that the feed itself had brought and now changed
 * @param failed  items that are no claims
 */
public record FeedResult(Code code, @Nullable String detail, long created, long updated, long failed) {
    /** How it ended. */
    public enum Code {
        /** Its claims were taken in. */
        TAKEN,
        /** It said that nothing has changed. */
        UNCHANGED,
        /** It, or where it led, is no public http(s) address. */
        REFUSED,
        /** It led on too often, or from https to http. */
        ASTRAY,
        /** It answered with another status than 200 or 304, told as the detail. */
        STATUS,
        /** It has more bytes than are read. */
        LARGE,
        /** It could not be reached in time. */
        UNREACHABLE,
        /** It is no form of claims that is known. */
        UNREADABLE
    }

    static FeedResult of(Code code) {
        return new FeedResult(code, null, 0, 0, 0);
    }

    static FeedResult of(Code code, String detail) {
        return new FeedResult(code, detail, 0, 0, 0);
    }
}
