package id.saring.queue;

import id.saring.db.TestStore;

class ProvisionalWorkSqliteTest extends ProvisionalWorkContract {
    ProvisionalWorkSqliteTest() {
        super(TestStore.sqlite());
    }
}
