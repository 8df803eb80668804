-- What is settled once for the whole store: which store this is, which secret its contents are sealed with.
CREATE TABLE store_fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) ${strict};

-- Which replica does what only one may do at a time, and until when, unless it says again that it does.
CREATE TABLE leadership (
    role       TEXT NOT NULL PRIMARY KEY,
    holder     TEXT NOT NULL,
    held_until ${long} NOT NULL
) ${strict};
