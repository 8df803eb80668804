package id.saring.queue;

import id.saring.db.TestStore;

class WorkQueuePostgresTest extends WorkQueueContract {
    WorkQueuePostgresTest() {
        super(TestStore.postgres());
    }
}
