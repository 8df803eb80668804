package id.saring.bulletin;

import id.saring.db.TestStore;

class BulletinsPostgresTest extends BulletinsContract {
    BulletinsPostgresTest() {
        super(TestStore.postgres());
    }
}
