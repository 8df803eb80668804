package id.saring.db;

class ListeningSqliteTest extends ListeningContract {
    ListeningSqliteTest() {
        super(TestStore.sqlite());
    }
}
