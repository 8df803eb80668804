package id.saring.chat;

import id.saring.db.TestStore;

class DeliveryPostgresTest extends DeliveryContract {
    DeliveryPostgresTest() {
        super(TestStore.postgres());
    }
}
