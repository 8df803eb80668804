package id.saring.conversation;

import id.saring.db.TestStore;

class RelocationSqliteTest extends RelocationContract {
    RelocationSqliteTest() {
        super(TestStore.sqlite());
    }
}
