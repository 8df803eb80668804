package id.saring.account;

import id.saring.db.TestStore;

class AccountsSqliteTest extends AccountsContract {
    AccountsSqliteTest() {
        super(TestStore.sqlite());
    }
}
