package id.saring.audit;

import id.saring.db.TestStore;

class ActsSqliteTest extends ActsContract {
    ActsSqliteTest() {
        super(TestStore.sqlite());
    }
}
