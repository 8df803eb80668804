package id.saring.chat;

import id.saring.db.TestStore;

class InboxSqliteTest extends InboxContract {
    InboxSqliteTest() {
        super(TestStore.sqlite());
    }
}
