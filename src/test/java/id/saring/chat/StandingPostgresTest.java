package id.saring.chat;

import id.saring.db.TestStore;

class StandingPostgresTest extends StandingContract {
    StandingPostgresTest() {
        super(TestStore.postgres());
    }
}
