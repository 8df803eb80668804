package id.saring.moderation;

import id.saring.db.TestStore;

class UploadsPostgresTest extends UploadsContract {
    UploadsPostgresTest() {
        super(TestStore.postgres());
    }
}
