package id.saring.conversation;

import id.saring.db.TestStore;

class ErasurePostgresTest extends ErasureContract {
    ErasurePostgresTest() {
        super(TestStore.postgres());
    }
}
