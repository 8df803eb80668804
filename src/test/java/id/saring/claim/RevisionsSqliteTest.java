package id.saring.claim;

import id.saring.db.TestStore;

class RevisionsSqliteTest extends RevisionsContract {
    RevisionsSqliteTest() {
        super(TestStore.sqlite());
    }
}
