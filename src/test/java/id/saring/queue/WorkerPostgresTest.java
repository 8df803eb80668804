package id.saring.queue;

import id.saring.db.TestStore;

class WorkerPostgresTest extends WorkerContract {
    WorkerPostgresTest() {
        super(TestStore.postgres());
    }
}
