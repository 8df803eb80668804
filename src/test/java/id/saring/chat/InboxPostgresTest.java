package id.saring.chat;

import id.saring.db.TestStore;

class InboxPostgresTest extends InboxContract {
    InboxPostgresTest() {
        super(TestStore.postgres());
    }
}
