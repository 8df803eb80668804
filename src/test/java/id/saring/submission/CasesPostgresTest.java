package id.saring.submission;

import id.saring.db.TestStore;

class CasesPostgresTest extends CasesContract {
    CasesPostgresTest() {
        super(TestStore.postgres());
    }
}
