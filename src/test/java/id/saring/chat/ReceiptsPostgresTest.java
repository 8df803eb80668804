package id.saring.chat;

import id.saring.db.TestStore;

class ReceiptsPostgresTest extends ReceiptsContract {
    ReceiptsPostgresTest() {
        super(TestStore.postgres());
    }
}
