package id.saring.conversation;

import id.saring.db.TestStore;

class PeoplePostgresTest extends PeopleContract {
    PeoplePostgresTest() {
        super(TestStore.postgres());
    }
}
