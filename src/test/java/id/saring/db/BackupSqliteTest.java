package id.saring.db;

class BackupSqliteTest extends BackupContract {
    BackupSqliteTest() {
        super(TestStore.sqlite());
    }
}
