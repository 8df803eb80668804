package id.saring.conversation;

import id.saring.db.TestStore;

class PeopleSqliteTest extends PeopleContract {
    PeopleSqliteTest() {
        super(TestStore.sqlite());
    }
}
