package id.saring.claim;

import id.saring.db.TestStore;

class ClaimDeskSqliteTest extends ClaimDeskContract {
    ClaimDeskSqliteTest() {
        super(TestStore.sqlite());
    }
}
