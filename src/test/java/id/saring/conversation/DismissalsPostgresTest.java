package id.saring.conversation;

import id.saring.db.TestStore;

class DismissalsPostgresTest extends DismissalsContract {
    DismissalsPostgresTest() {
        super(TestStore.postgres());
    }
}
