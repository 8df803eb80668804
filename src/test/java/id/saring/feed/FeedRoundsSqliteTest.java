package id.saring.feed;

import id.saring.db.TestStore;

class FeedRoundsSqliteTest extends FeedRoundsContract {
    FeedRoundsSqliteTest() {
        super(TestStore.sqlite());
    }
}
