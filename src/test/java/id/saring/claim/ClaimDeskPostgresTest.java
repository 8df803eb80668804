package id.saring.claim;

import id.saring.db.TestStore;

class ClaimDeskPostgresTest extends ClaimDeskContract {
    ClaimDeskPostgresTest() {
        super(TestStore.postgres());
    }
}
