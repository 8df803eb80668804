package id.saring.account;

import id.saring.db.TestStore;

class ApiKeysPostgresTest extends ApiKeysContract {
    ApiKeysPostgresTest() {
        super(TestStore.postgres());
    }
}
