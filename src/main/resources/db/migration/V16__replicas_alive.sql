-- The processes that serve from this store, each until when it is taken to be alive unless it says again that it is.
CREATE TABLE replica (
    id          TEXT NOT NULL PRIMARY KEY,
    alive_until ${long} NOT NULL
) ${strict};
