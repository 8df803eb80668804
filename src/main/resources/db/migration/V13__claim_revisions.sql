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

-- What the moderators' list is searched and sorted by; derived from claim and written with it. words is folded text; a
-- review without a day has the empty text, so that both databases sort it last.
CREATE TABLE claim_listing (
    claim_id    ${long} NOT NULL PRIMARY KEY,
    words       TEXT NOT NULL,
    state       TEXT NOT NULL,
    language    TEXT NOT NULL,
    verdict     TEXT,
    kind        TEXT,
    reviewed_on TEXT NOT NULL,
    updated_at  ${long} NOT NULL
) ${strict};
CREATE INDEX claim_listing_by_change ON claim_listing (updated_at, claim_id);
CREATE INDEX claim_listing_by_review ON claim_listing (reviewed_on, claim_id);
INSERT INTO claim_listing (claim_id, words, state, language, verdict, kind, reviewed_on, updated_at)
SELECT id, lower('#' || id || ' ' || claim_key || ' ' || text || ' ' || coalesce(headline, '') || ' ' || phrasings),
    state, language, verdict, kind, coalesce(reviewed_on, ''), updated_at FROM claim;
