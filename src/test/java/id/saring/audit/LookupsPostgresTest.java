package id.saring.audit;

import id.saring.db.TestStore;

class LookupsPostgresTest extends LookupsContract {
    LookupsPostgresTest() {
        super(TestStore.postgres());
    }
}
