package id.saring.match;

import id.saring.db.TestStore;

class FreshnessSqliteTest extends FreshnessContract {
    FreshnessSqliteTest() {
        super(TestStore.sqlite());
    }
}
