package id.saring.match;

import id.saring.db.TestStore;

class FreshnessPostgresTest extends FreshnessContract {
    FreshnessPostgresTest() {
        super(TestStore.postgres());
    }
}
