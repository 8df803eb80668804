package id.saring.db;

class BackupPostgresTest extends BackupContract {
    BackupPostgresTest() {
        super(TestStore.postgres());
    }
}
