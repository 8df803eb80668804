package id.saring.queue;

import id.saring.db.TestStore;

class GroupCommitSqliteTest extends GroupCommitContract {
    GroupCommitSqliteTest() {
        super(TestStore.sqlite());
    }
}
