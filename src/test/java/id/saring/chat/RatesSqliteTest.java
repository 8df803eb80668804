package id.saring.chat;

import id.saring.db.TestStore;

class RatesSqliteTest extends RatesContract {
    RatesSqliteTest() {
        super(TestStore.sqlite());
    }
}
