package id.saring.submission;

import id.saring.db.TestStore;

class CasesSqliteTest extends CasesContract {
    CasesSqliteTest() {
        super(TestStore.sqlite());
    }
}
