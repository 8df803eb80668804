package id.saring.queue;

import id.saring.db.TestStore;

class DeadLettersSqliteTest extends DeadLettersContract {
    DeadLettersSqliteTest() {
        super(TestStore.sqlite());
    }
}
