package id.saring.feed;

import id.saring.db.TestStore;

class FeedRoundsPostgresTest extends FeedRoundsContract {
    FeedRoundsPostgresTest() {
        super(TestStore.postgres());
    }
}
