-- What a person has settled with us, under their pseudonym.
CREATE TABLE person (
    pseudonym  TEXT NOT NULL PRIMARY KEY,
    language   TEXT NOT NULL,
    updated_at ${long} NOT NULL
) ${strict};
