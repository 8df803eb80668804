package id.saring.chat;

import id.saring.db.TestStore;

class ReceiptsSqliteTest extends ReceiptsContract {
    ReceiptsSqliteTest() {
        super(TestStore.sqlite());
    }
}
