-- What claims were: one row for each save, with the columns of claim that a save can change. Nothing is deleted here.
CREATE TABLE claim_revision (
    claim_id       ${long} NOT NULL,
    version        ${long} NOT NULL,
    at             ${long} NOT NULL,
    author         TEXT NOT NULL,
    reason         TEXT,
    language       TEXT NOT NULL,
    text           TEXT NOT NULL,
    headline       TEXT,
    verdict        TEXT,
    rating         TEXT,
    kind           TEXT,
    summary        TEXT,
    sources        TEXT NOT NULL,
    phrasings      TEXT NOT NULL,
    appearances    TEXT NOT NULL,
    first_seen_on  TEXT,
    reviewed_on    TEXT,
    reviewed_by    TEXT,
    state          TEXT NOT NULL,
    PRIMARY KEY (claim_id, version)
) ${strict};
INSERT INTO claim_revision (claim_id, version, at, author, language, text, headline, verdict, rating, kind, summary,
    sources, phrasings, appearances, first_seen_on, reviewed_on, reviewed_by, state)
SELECT id, version, updated_at, 'import', language, text, headline, verdict, rating, kind, summary,
    sources, phrasings, appearances, first_seen_on, reviewed_on, reviewed_by, state FROM claim;
