package id.saring.queue;

import id.saring.db.TestStore;

class ProvisionalWorkPostgresTest extends ProvisionalWorkContract {
    ProvisionalWorkPostgresTest() {
        super(TestStore.postgres());
    }
}
