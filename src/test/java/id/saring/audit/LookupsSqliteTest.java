package id.saring.audit;

import id.saring.db.TestStore;

class LookupsSqliteTest extends LookupsContract {
    LookupsSqliteTest() {
        super(TestStore.sqlite());
    }
}
