package id.saring.tally;

import id.saring.db.TestStore;

class TalliesPostgresTest extends TalliesContract {
    TalliesPostgresTest() {
        super(TestStore.postgres());
    }
}
