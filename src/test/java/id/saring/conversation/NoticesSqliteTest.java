package id.saring.conversation;

import id.saring.db.TestStore;

class NoticesSqliteTest extends NoticesContract {
    NoticesSqliteTest() {
        super(TestStore.sqlite());
    }
}
