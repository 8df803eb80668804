package id.saring.chat;

import id.saring.db.TestStore;

class RatesPostgresTest extends RatesContract {
    RatesPostgresTest() {
        super(TestStore.postgres());
    }
}
