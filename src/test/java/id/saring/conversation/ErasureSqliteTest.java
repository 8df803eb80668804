package id.saring.conversation;

import id.saring.db.TestStore;

class ErasureSqliteTest extends ErasureContract {
    ErasureSqliteTest() {
        super(TestStore.sqlite());
    }
}
