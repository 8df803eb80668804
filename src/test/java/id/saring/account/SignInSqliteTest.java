package id.saring.account;

import id.saring.db.TestStore;

class SignInSqliteTest extends SignInContract {
    SignInSqliteTest() {
        super(TestStore.sqlite());
    }
}
