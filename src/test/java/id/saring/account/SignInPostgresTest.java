package id.saring.account;

import id.saring.db.TestStore;

class SignInPostgresTest extends SignInContract {
    SignInPostgresTest() {
        super(TestStore.postgres());
    }
}
