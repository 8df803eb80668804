package id.saring.moderation;

import id.saring.db.TestStore;

class UploadsSqliteTest extends UploadsContract {
    UploadsSqliteTest() {
        super(TestStore.sqlite());
    }
}
