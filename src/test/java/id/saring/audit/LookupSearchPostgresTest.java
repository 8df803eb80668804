package id.saring.audit;

import id.saring.db.TestStore;

class LookupSearchPostgresTest extends LookupSearchContract {
    LookupSearchPostgresTest() {
        super(TestStore.postgres());
    }
}
