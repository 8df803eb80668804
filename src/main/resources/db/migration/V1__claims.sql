-- Times are milliseconds since 1970 in UTC, days are ISO 8601 text, lists are JSON text: the same on both databases.
CREATE TABLE store_version (
    value ${long} NOT NULL
) ${strict};
INSERT INTO store_version (value) VALUES (0);

CREATE TABLE claim (
    id             ${identity},
    claim_key      TEXT NOT NULL UNIQUE,
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
    state          TEXT NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version        ${long} NOT NULL,
    change_seq     ${long} NOT NULL,
    created_at     ${long} NOT NULL,
    updated_at     ${long} NOT NULL,
    CHECK (state <> 'PUBLISHED' OR verdict IS NOT NULL)
) ${strict};
CREATE INDEX claim_by_change ON claim (change_seq, id);
CREATE INDEX claim_latest ON claim (state, reviewed_on DESC ${nulls_last}, id DESC);
CREATE INDEX claim_latest_of_language ON claim (state, language, reviewed_on DESC ${nulls_last}, id DESC);
