package id.saring.queue;

import id.saring.db.TestStore;

class DeadLettersPostgresTest extends DeadLettersContract {
    DeadLettersPostgresTest() {
        super(TestStore.postgres());
    }
}
