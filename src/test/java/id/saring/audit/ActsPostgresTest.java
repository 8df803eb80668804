package id.saring.audit;

import id.saring.db.TestStore;

class ActsPostgresTest extends ActsContract {
    ActsPostgresTest() {
        super(TestStore.postgres());
    }
}
