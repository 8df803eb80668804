package id.saring.chat;

import id.saring.db.TestStore;

class StandingSqliteTest extends StandingContract {
    StandingSqliteTest() {
        super(TestStore.sqlite());
    }
}
