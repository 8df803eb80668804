package id.saring.webhook;

import id.saring.db.TestStore;

class WebhooksPostgresTest extends WebhooksContract {
    WebhooksPostgresTest() {
        super(TestStore.postgres());
    }
}
