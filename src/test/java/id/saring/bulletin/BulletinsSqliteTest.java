package id.saring.bulletin;

import id.saring.db.TestStore;

class BulletinsSqliteTest extends BulletinsContract {
    BulletinsSqliteTest() {
        super(TestStore.sqlite());
    }
}
