package id.saring.audit;

import id.saring.db.TestStore;

class LookupSearchSqliteTest extends LookupSearchContract {
    LookupSearchSqliteTest() {
        super(TestStore.sqlite());
    }
}
