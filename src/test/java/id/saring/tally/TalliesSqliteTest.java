package id.saring.tally;

import id.saring.db.TestStore;

class TalliesSqliteTest extends TalliesContract {
    TalliesSqliteTest() {
        super(TestStore.sqlite());
    }
}
