package id.saring.webhook;

import id.saring.db.TestStore;

class WebhooksSqliteTest extends WebhooksContract {
    WebhooksSqliteTest() {
        super(TestStore.sqlite());
    }
}
