package id.saring.webchat;

import id.saring.db.TestStore;

class WebMessagesSqliteTest extends WebMessagesContract {
    WebMessagesSqliteTest() {
        super(TestStore.sqlite());
    }
}
