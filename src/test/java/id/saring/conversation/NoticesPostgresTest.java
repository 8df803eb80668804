package id.saring.conversation;

import id.saring.db.TestStore;

class NoticesPostgresTest extends NoticesContract {
    NoticesPostgresTest() {
        super(TestStore.postgres());
    }
}
