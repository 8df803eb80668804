package id.saring.queue;

import id.saring.db.TestStore;

class GroupCommitPostgresTest extends GroupCommitContract {
    GroupCommitPostgresTest() {
        super(TestStore.postgres());
    }
}
