package id.saring.webchat;

import id.saring.db.TestStore;

class WebMessagesPostgresTest extends WebMessagesContract {
    WebMessagesPostgresTest() {
        super(TestStore.postgres());
    }
}
