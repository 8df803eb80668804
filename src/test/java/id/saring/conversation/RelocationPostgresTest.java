package id.saring.conversation;

import id.saring.db.TestStore;

class RelocationPostgresTest extends RelocationContract {
    RelocationPostgresTest() {
        super(TestStore.postgres());
    }
}
