package id.saring.queue;

import id.saring.db.Database;
import id.saring.db.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A queue on a real store, with a clock that stands. */
final class QueueFixture implements AutoCloseable {
    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Database database;
    final GroupCommit commits;
    final WorkQueue queue;

    QueueFixture(TestStore store) {
        database = store.open();
        commits = new GroupCommit(database);
        queue = queue("inbox");
    }

    WorkQueue queue(String name) {
        return new WorkQueue(database, commits, clock, meters, name);
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
