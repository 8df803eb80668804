package id.saring.queue;

import id.saring.db.TestStore;

class WorkerSqliteTest extends WorkerContract {
    WorkerSqliteTest() {
        super(TestStore.sqlite());
    }
}
