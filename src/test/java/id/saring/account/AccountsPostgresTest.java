package id.saring.account;

import id.saring.db.TestStore;

class AccountsPostgresTest extends AccountsContract {
    AccountsPostgresTest() {
        super(TestStore.postgres());
    }
}
