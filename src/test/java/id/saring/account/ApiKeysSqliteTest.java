package id.saring.account;

import id.saring.db.TestStore;

class ApiKeysSqliteTest extends ApiKeysContract {
    ApiKeysSqliteTest() {
        super(TestStore.sqlite());
    }
}
