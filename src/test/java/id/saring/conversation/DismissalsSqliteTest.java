package id.saring.conversation;

import id.saring.db.TestStore;

class DismissalsSqliteTest extends DismissalsContract {
    DismissalsSqliteTest() {
        super(TestStore.sqlite());
    }
}
