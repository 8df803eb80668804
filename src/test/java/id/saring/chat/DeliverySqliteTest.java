package id.saring.chat;

import id.saring.db.TestStore;

class DeliverySqliteTest extends DeliveryContract {
    DeliverySqliteTest() {
        super(TestStore.sqlite());
    }
}
