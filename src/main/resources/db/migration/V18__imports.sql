-- Files that moderators sent for import, in parts of at most a megabyte, until they are imported or dropped.
CREATE TABLE upload (
    id         ${identity},
    name       TEXT NOT NULL,
    author     TEXT NOT NULL,
    language   TEXT NOT NULL,
    phase      TEXT NOT NULL CHECK (phase IN ('CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'FAILED')),
    rows_read  ${long} NOT NULL,
    outcome    TEXT,
    created_at ${long} NOT NULL,
    beat_at    ${long} NOT NULL             -- when whoever works on it last said so
) ${strict};

CREATE TABLE upload_part (
    upload_id ${long} NOT NULL,
    part      ${long} NOT NULL,
    bytes     ${blob} NOT NULL,
    PRIMARY KEY (upload_id, part)
) ${strict};

-- Addresses claims are fetched from. What the address answered last is asked for again only if it has changed.
CREATE TABLE feed (
    id            ${identity},
    url           TEXT NOT NULL UNIQUE,
    trusted       ${long} NOT NULL CHECK (trusted IN (0, 1)),
    every_minutes ${long} NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    fetched_at    ${long},
    next_at       ${long} NOT NULL,
    result        TEXT,
    detail        TEXT,
    created       ${long} NOT NULL,
    updated       ${long} NOT NULL,
    failed        ${long} NOT NULL
) ${strict};
CREATE INDEX feed_due ON feed (next_at);
