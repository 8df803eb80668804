package id.saring.claim;

import id.saring.db.TestStore;

class RevisionsPostgresTest extends RevisionsContract {
    RevisionsPostgresTest() {
        super(TestStore.postgres());
    }
}
